import { describe, expect, it } from 'vitest'
import { emptyBody } from '../../../../shared/correspondence/body.ts'
import { noDecisions } from '../../../../shared/correspondence/templates/model.ts'
import { brokenTemplates } from './corpus.fixture.ts'
import { faultCodes } from './fault-texts.ts'
import { fillTemplate } from './fill.ts'
import { prepareTemplate } from './prepare.ts'
import { p, wordFile } from './word-file.fixture.ts'

describe('the corpus of broken templates', () => {
  it.each(brokenTemplates)('$name is explained in German with its place', ({ code, word, where, bytes }) => {
    const { study } = prepareTemplate(bytes(), 'brief', noDecisions)
    expect(study.faults.map((fault) => fault.code)).toContain(code)
    const found = study.faults.find((fault) => fault.code === code)
    expect(found?.text).toMatch(/^[A-ZÄÖÜ«{„].*\.$/u)
    if (word !== '') expect(found?.text).toContain(word)
    expect(found?.where).toBe(where)
    expect(study.faults.filter((fault) => fault.code !== code && fault.level === 'error').map((fault) => fault.code)).toEqual([])
  })

  it('holds every fault there is, but the place that a new version lost, which has its own test', () => {
    expect(new Set(brokenTemplates.map(({ code }) => code))).toEqual(new Set(faultCodes.filter((code) => code !== 'place-lost')))
    const lost = prepareTemplate(wordFile(p('x')), 'brief', { names: {}, places: [{ part: 'word/document.xml', paragraph: 9, mode: 'replace', field: 'betreff' }] })
    expect(lost.study.faults.find(({ code }) => code === 'place-lost')?.text).toContain('«Betreff»')
  })

  it('can be filled or is refused in German, but never lets code, braces of ours or undefined through', () => {
    for (const { name, bytes } of brokenTemplates) {
      const { prepared } = prepareTemplate(bytes(), 'brief', noDecisions)
      try {
        const { bytes: filled } = fillTemplate(prepared, new Map(), emptyBody)
        expect(Buffer.from(filled).includes('undefined'), name).toBe(false)
      } catch (error) {
        expect(error, name).toMatchObject({ code: 'template' })
      }
    }
  })

  it('leaves a sound template without a word', () => {
    const sound = wordFile(p('{anschrift}') + p('{betreff}') + p('{anrede}') + p('{datum}') + p('{text}'))
    expect(prepareTemplate(sound, 'brief', noDecisions).study.faults).toEqual([])
  })
})
