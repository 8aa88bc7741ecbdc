import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable } from '../search/normalise.ts'
import { catalogues } from './catalogues.ts'
import { parseDayInput } from '../day-input.ts'
import { parseQuickLine, type QuickPart } from './quick-line.ts'
import { durationOf, timeOf } from './quick-line/measures.ts'
import { editDistance } from './quick-line/suggestions.ts'
import { codeFields, type CodeField } from './quick-line/vocabulary.ts'

/** A Saturday. */
const now = new Date(2026, 10, 21, 14, 3)
const read = (line: string) => parseQuickLine(line, now)
const open = (line: string) =>
  read(line).parts.flatMap((part) => part.kind === 'open' ? [[line.slice(part.start, part.end), part.problem]] : [])
const choices = (line: string) => read(line).parts.flatMap((part) => (part.kind === 'open' ? part.choices.map(({ text }) => text) : []))

const fields = Object.keys(codeFields) as CodeField[]
const allWords = fields.flatMap((field) =>
  catalogues[codeFields[field].catalogue].entries.flatMap(({ code, words }) => words.map((word) => ({ field, code, word }))))

/** Whether the one part of a line is this value, or asks for it among others. */
function means(part: QuickPart | undefined, field: CodeField, code: string): boolean {
  if (part?.kind === 'code') return part.field === field && part.code === code
  return part?.kind === 'open' && part.problem === 'ambiguous' && part.choices.some(({ text }) => text.startsWith(`${codeFields[field].qualifier}:`))
}

describe('quick line', () => {
  it('reads a whole line', () => {
    const { fields, caseReference, parts } = read('tel 20min Aufenthalt Dari Lotse ja #Wohnen @B-2026-014 verwiesen gestern – Pass fehlt, Termin am 3.')
    expect(fields).toEqual({
      channel: 'phone', durationMinutes: 20, topic: 'A', language: 'prs', interpretation: 'interpreter', furtherTopics: ['I'],
      result: 'referred', date: '2026-11-20', note: 'Pass fehlt, Termin am 3.',
    })
    expect(caseReference).toBe('B-2026-014')
    expect(parts.some((part) => part.kind === 'open')).toBe(false)
  })

  it.each([
    ['20', 20], ['20min', 20], ['20 min', 20], ['12', 15], ['1', 5], ['1h', 60], ['1h30', 90], ['1h05min', 65], ['1,5h', 90], ['2 std', 120], ['600', 600],
  ])('takes „%s“ as a duration', (line, minutes) => {
    expect(read(line).fields.durationMinutes).toBe(minutes)
  })

  it.each(['0', '601', '11h', '20x', '1,5', '-5', '1e2'])('takes „%s“ for no duration', (line) => {
    expect(read(line).fields.durationMinutes).toBeUndefined()
    expect(open(line)).toHaveLength(1)
  })

  it.each([
    ['heute', '2026-11-21'], ['gestern', '2026-11-20'], ['vorgestern', '2026-11-19'], ['15.3.', '2026-03-15'], ['24.12.', '2025-12-24'],
    ['15.03.26', '2026-03-15'], ['2026-03-15', '2026-03-15'], ['mo', '2026-11-16'], ['Samstag', '2026-11-21'], ['so', '2026-11-15'],
  ])('takes „%s“ as %s', (line, date) => {
    expect(read(line).fields.date).toBe(date)
  })

  it('refuses days to come and days that are none', () => {
    expect(open('22.11.2026')).toEqual([['22.11.2026', 'future']])
    expect(open('30.2.')).toEqual([['30.2.', 'unknown']])
  })

  it('takes the time of day', () => {
    expect(read('9:05').fields.time).toBe('09:05')
    expect(open('25:00')).toEqual([['25:00', 'unknown']])
  })

  it('the first topic is the main one, others are further ones; a topic is never there twice', () => {
    expect(read('#Wohnen Asyl').fields).toMatchObject({ topic: 'B', furtherTopics: ['I'] })
    expect(read('#Wohnen #Asyl').fields).toMatchObject({ topic: 'I', furtherTopics: ['B'] })
    expect(read('Asyl Wohnen #wohnung asyl').fields).toMatchObject({ topic: 'B', furtherTopics: ['I'] })
    expect(read('#a2').fields.topic).toBe('A2')
  })

  it('knows words of labels, and quick words before them', () => {
    expect(read('Abschiebung').fields.topic).toBe('A5')
    expect(read('Klage').fields.topic).toBe('P')
    expect(read('thema:P2').fields.topic).toBe('P2')
  })

  it('knows with and without interpreter', () => {
    expect(read('Lotse').fields.interpretation).toBe('interpreter')
    expect(read('Lotse nein').fields.interpretation).toBe('none')
    expect(read('Dolm ja').fields.interpretation).toBe('interpreter')
    expect(open('ja')).toEqual([['ja', 'unknown']])
  })

  it('asks where a word may be two things, unless the rest of the line or the person decides', () => {
    expect(open('Jobcenter')).toEqual([['Jobcenter', 'ambiguous']])
    expect(choices('Jobcenter')).toEqual(['thema:jobcenter', 'zugang:jobcenter'])
    expect(read('zugang:jobcenter').fields).toMatchObject({ accessPath: 'jobcentre' })
    expect(read('jobcenter wohnen').fields).toMatchObject({ topic: 'I', accessPath: 'jobcentre' })
    expect(read('offen tel').fields).toMatchObject({ channel: 'phone', result: 'open' })
    expect(open('begleitung tel')).toEqual([])
  })

  it('offers the nearest words for an unknown one and takes none of them', () => {
    const { fields } = read('Aufenthlat Farsii')
    expect(fields).toEqual({ furtherTopics: [], note: '' })
    expect(choices('Aufenthlat')).toContain('aufenthalt')
    expect(choices('Farsii')).toContain('farsi')
    expect(choices('#wohnn')).toEqual(expect.arrayContaining(['#wohnen']))
    expect(choices('sprache:dar')).toContain('sprache:dari')
    expect(open('Kühlschrank')).toEqual([['Kühlschrank', 'unknown']])
  })

  it('takes as note only what is marked as one', () => {
    expect(read('tel „Pass fehlt“ 20 "kommt wieder"').fields).toMatchObject({ note: 'Pass fehlt kommt wieder', durationMinutes: 20 })
    expect(read('tel – Wohnen 20').fields).toEqual({ channel: 'phone', furtherTopics: [], note: 'Wohnen 20' })
    expect(read('tel - x').fields.note).toBe('x')
    expect(read('Wohnen: Kündigung erhalten').fields).toMatchObject({ topic: 'I', note: 'Kündigung erhalten' })
    expect(read('tel "noch offen').fields.note).toBe('noch offen')
    expect(open('tel Pass fehlt')).toEqual([['Pass', 'unknown'], ['fehlt', 'unknown']])
  })

  it('does not overwrite what the line has said before', () => {
    expect(open('tel pers 20 30 gestern heute @Linde @Ahorn')).toEqual(
      [['pers', 'double'], ['30', 'double'], ['heute', 'double'], ['@Ahorn', 'double']])
    expect(open('tel Telefon 20 20min')).toEqual([])
  })

  it('takes a case by number or alias, with spaces in quotes', () => {
    expect(read('@linde').caseReference).toBe('linde')
    expect(read('@„Linde 2“ tel')).toMatchObject({ caseReference: 'Linde 2', fields: { channel: 'phone' } })
    expect(open('@')).toEqual([['@', 'unknown']])
  })

  it.each(allWords)('knows „$word“ ($field $code), in capitals and without umlauts too', ({ field, code, word }) => {
    for (const spelling of [word, word.toUpperCase(), word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')]) {
      const { parts } = read(spelling)
      expect(parts.length === 1 && means(parts[0], field, code), spelling).toBe(true)
    }
  })

  it('no word of the catalogues looks like a day, a time or a duration', () => {
    for (const { word } of allWords) {
      expect([durationOf(word), timeOf(word), word.length > 1 ? parseDayInput(word, now) : null], word).toEqual([null, null, null])
      expect(comparable(word)).not.toBe('')
    }
  })

  const words = fc.constantFrom(...allWords.map(({ word }) => word), '20', '20 min', '1h30', 'gestern', '15.3.', '@B-2026-014', '@"a b', '#', '#wohnen', '–', ':', '"', '„', 'ja', 'x:y', 'thema:', ',')
  const lines = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')), fc.array(words, { maxLength: 6 }).map((list) => list.join('')))

  it('never throws, and every character belongs to exactly one part', () => {
    fc.assert(fc.property(lines, (line) => {
      let at = 0
      for (const { start, end } of read(line).parts) {
        expect(start).toBe(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBe(line.length)
    }), { numRuns: 400 })
  })

  it('a choice put in the place of its word is understood', () => {
    fc.assert(fc.property(lines, (line) => {
      for (const part of read(line).parts) {
        if (part.kind !== 'open') continue
        for (const { text } of part.choices) {
          expect(parseQuickLine(text, now).parts.some((each) => each.kind === 'open' && each.problem === 'unknown'), text).toBe(false)
        }
      }
    }), { numRuns: 150 })
  })

  it('counts slips of typing', () => {
    expect([editDistance('wohnen', 'wohnen'), editDistance('wohnne', 'wohnen'), editDistance('', 'abc'), editDistance('dari', 'tarif')]).toEqual([0, 1, 3, 2])
  })
})
