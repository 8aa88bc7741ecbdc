import { describe, expect, it } from 'vitest'
import { suggestAlias } from './alias.ts'
import type { CatalogueName, Topic } from './catalogues.ts'
import {
  catalogues,
  defaultCode,
  entriesOn,
  findEntry,
  isValidOn,
  labelOf,
  topicGroups,
  topicLabel,
  topicWithChildren,
} from './catalogues.ts'
import { CASE_NUMBER, formatCaseNumber } from './case-number.ts'

const names = Object.keys(catalogues) as CatalogueName[]

describe('counselling catalogues', () => {
  it.each(names)('%s: codes are unique, labels filled, days real, version and day of the law stated', (name) => {
    const { entries, version, asOf, source } = catalogues[name]
    expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length)
    for (const entry of entries) {
      expect(entry.label.trim()).not.toBe('')
      expect(entry.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(entry.validTo === null || entry.validTo >= entry.validFrom).toBe(true)
    }
    expect(version).toMatch(/^\d{4}\.\d+$/)
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(source).not.toBe('')
  })

  it.each(names)('%s: no two values share a quick word', (name) => {
    const words = catalogues[name].entries.flatMap((entry) => [...entry.words])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    expect(words.every((word) => word === word.toLowerCase())).toBe(true)
  })

  it('every sub-topic stands under a main topic whose letter opens its code', () => {
    for (const topic of catalogues.topics.entries) {
      if (topic.parent === null) continue
      const parent = findEntry('topics', topic.parent) as Topic
      expect(parent.parent).toBeNull()
      expect(topic.code.startsWith(parent.code)).toBe(true)
    }
    expect(catalogues.topics.entries.filter((topic) => topic.parent === null)).toHaveLength(19)
  })

  it('languages are well-formed BCP 47 tags', () => {
    for (const { code } of catalogues.languages.entries) expect(Intl.getCanonicalLocales(code)).toHaveLength(1)
    expect(catalogues.languages.entries.length).toBeGreaterThanOrEqual(45)
    expect(labelOf('languages', 'prs')).toBe('Dari')
  })

  it('a value counts only from its first day on', () => {
    expect(isValidOn('topics', 'G5', '2024-02-29')).toBe(false)
    expect(isValidOn('topics', 'G5', '2024-03-01')).toBe(true)
    expect(entriesOn('topics', '2020-01-01').some((entry) => entry.code === 'G5')).toBe(false)
  })

  it('the picker offers the most frequent main topics first', () => {
    expect(topicGroups('2026-06-01').slice(0, 5).map((group) => group.main.code)).toEqual(['A', 'D', 'E', 'I', 'B'])
  })

  it('names topics with their main topic and keeps unknown codes readable', () => {
    expect(topicLabel('A2')).toBe('Aufenthaltsrecht · Verlängerung')
    expect(topicLabel('A')).toBe('Aufenthaltsrecht')
    expect(topicLabel('X99')).toBe('X99')
    expect(topicWithChildren('M')).toEqual(['M'])
    expect(topicWithChildren('R')).toEqual(['R', 'R1', 'R2', 'R3', 'R4'])
  })

  it('a new form starts with an open result and no interpreter', () => {
    expect(defaultCode('results')).toBe('open')
    expect(defaultCode('interpretation')).toBe('none')
    expect(defaultCode('channels')).toBeUndefined()
  })
})

describe('alias and case number', () => {
  it('suggests a free word, then numbers', () => {
    const first = suggestAlias([], 0)
    expect(suggestAlias([first.toUpperCase()], 0)).not.toBe(first)
    const all: string[] = []
    for (let count = 0; count < 400; count++) all.push(suggestAlias(all, 0.5))
    expect(new Set(all).size).toBe(400)
    expect(all.at(-1)).toMatch(/ \d$/)
  })

  it('the word list holds „Linde“ and no word twice', () => {
    const all: string[] = []
    for (let count = 0; count < 150; count++) all.push(suggestAlias(all, 0))
    expect(all).toContain('Linde')
  })

  it('numbers cases by letter, year and sequence', () => {
    expect(formatCaseNumber('person', 2026, 14)).toBe('B-2026-014')
    expect(formatCaseNumber('professional', 2026, 1234)).toBe('F-2026-1234')
    expect(formatCaseNumber('organisation', 2026, 1)).toMatch(CASE_NUMBER)
  })
})
