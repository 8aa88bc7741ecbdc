import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import demo from '../../../../resources/demo/templates.json' with { type: 'json' }
import { documentKindSchema } from '../../../../shared/correspondence/templates/kinds.ts'
import { noDecisions, type Decisions, type Place } from '../../../../shared/correspondence/templates/model.ts'
import { edgeMarks, findWord, hasTools, layOutPages, type Word } from '../lay-out.fixture.ts'
import { sampleLetterhead } from '../sample-letter.fixture.ts'
import { builtInDocument } from './built-in/document.ts'
import { fillTemplate } from './fill.ts'
import { letterValues } from './letter-values.ts'
import { prepareTemplate } from './prepare.ts'
import { sampleLetter } from './sample-letter.ts'

const put = (paragraph: number, field: string): Place => ({ part: 'word/document.xml', paragraph, mode: field === '' ? 'clear' : 'replace', field })
const clicked: Decisions = { names: {}, places: [put(0, 'betreff'), put(2, 'anschrift'), put(3, ''), put(4, ''), put(5, 'informationsblock'), put(6, 'anrede'), put(7, 'text'), put(8, 'gruss'), put(9, 'unterschrift')] }
const tolerance = 0.5

/** Measured on real pages: LibreOffice lays the documents out, pdftotext says where each word stands. Needs both programs. */
describe.skipIf(!hasTools)('pages of templates, laid out by LibreOffice', () => {
  let folder = ''
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'template-pages-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function pagesOf(index: number, decisions: Decisions): Word[] {
    const template = demo.templates[index]
    const kind = documentKindSchema.parse(template?.kind)
    const { prepared } = prepareTemplate(Buffer.from(template?.content ?? '', 'base64'), kind, decisions)
    const letter = sampleLetter(kind, 'x', '2026-11-30')
    return layOutPages(folder, `own-${index}`, fillTemplate(prepared, letterValues(kind, letter, sampleLetterhead), letter.body).bytes)
  }
  const near = (actual: number, expected: number) => expect(Math.abs(actual - expected), `${actual} mm, wanted ${expected} mm`).toBeLessThan(tolerance)

  it('a town’s letterhead made in LibreOffice and filled without codes keeps the places of DIN 5008', () => {
    const words = pagesOf(0, clicked)
    near(findWord(words, 'Stadtverwaltung').left, 25)
    near(findWord(words, 'Stadtverwaltung').top, 62.7)
    near(findWord(words, 'Ihr').left, 125)
    near(findWord(words, 'Ihr').top, 50)
    near(findWord(words, 'Betreff').top, 98.46)
    expect(words.some(({ text }) => /Musterfirma|fehlt|[{}]/u.test(text))).toBe(false)
  })

  it('a template with split tags, a text box and a table that is repeated is filled on the page', () => {
    const words = pagesOf(1, noDecisions)
    near(findWord(words, 'Stadtverwaltung').left, 25)
    near(findWord(words, 'Stadtverwaltung').top, 62.7)
    const rows = ['Begrüßung', 'Interkulturelle', 'Verschiedenes'].map((text) => findWord(words, text).top)
    expect(rows.toSorted((a, b) => a - b)).toEqual(rows)
    expect(words.some(({ text }) => /undefined|[{}\uFFFD]/u.test(text))).toBe(false)
  })

  it.each(['kurzbrief', 'zweisprachig'] as const)('%s has address, subject and marks where a letter has them', async (kind) => {
    const words = layOutPages(folder, kind, await builtInDocument(kind, sampleLetter(kind, `builtin:${kind}`, '2026-11-30'), sampleLetterhead))
    near(findWord(words, 'Stadtverwaltung').top, 62.7)
    near(findWord(words, 'Betreff').top, 98.46)
    expect(edgeMarks(folder, kind, readFileSync)).toHaveLength(3)
  })
})
