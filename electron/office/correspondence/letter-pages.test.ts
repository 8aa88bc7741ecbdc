import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyFromText } from '../../../shared/correspondence/body.ts'
import { formB } from '../../../shared/correspondence/din5008.ts'
import type { LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { edgeMarks, findWord as find, hasTools, layOutPages } from './lay-out.fixture.ts'
import { letterDocx } from './letter-docx.ts'
import { sampleLetterhead, sampleSheet } from './sample-letter.fixture.ts'

const tolerance = 0.5

/** Measured on real pages: LibreOffice lays the letter out, pdftotext says where each word stands. Needs both programs. */
describe.skipIf(!hasTools)('pages of a letter, laid out by LibreOffice', () => {
  let folder = ''
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'letter-pages-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const layOut = async (name: string, sheet: LetterSheet) => layOutPages(folder, name, await letterDocx(sheet, sampleLetterhead))

  it('puts address, return address, information block and subject within half a millimetre of the norm', async () => {
    const words = await layOut('one-page', sampleSheet)
    expect(Math.max(...words.map((word) => word.page))).toBe(1)
    expect(words.some((word) => word.text === 'Seite')).toBe(false)
    const near = (actual: number, expected: number) => expect(Math.abs(actual - expected), `${actual} mm, wanted ${expected} mm`).toBeLessThan(tolerance)
    near(find(words, 'Stadtverwaltung').left, 25)
    near(find(words, 'Stadtverwaltung').top, 62.7)
    near(find(words, 'Stadt').left, 25)
    const returnAddress = words.filter((word) => word.top > 44 && word.bottom < 50.5 && word.left < 105)
    near(Math.min(...returnAddress.map((word) => word.top)), 45)
    near(find(words, 'Ihr').left, 125)
    near(find(words, 'Ihr').top, 50)
    near(find(words, 'Stellungnahme').left, 25)
    near(find(words, 'Stellungnahme').top, formB.subjectTop)
  })

  it('keeps six lines with a long name inside the window', async () => {
    const addressLines = ['Landesamt für Soziales und Versorgung des Landes Brandenburg und anderer Länder', 'Abteilung', 'Herrn Kowalski', 'Straße 1', '00-950 Warszawa', 'POLEN']
    const words = await layOut('six-lines', { ...sampleSheet, addressNotes: ['Persönlich/Vertraulich', 'Einschreiben', 'Eilt'], addressLines })
    for (const text of ['Persönlich/Vertraulich', 'Landesamt', 'Länder', 'Kowalski', '00-950', 'POLEN']) {
      const word = find(words, text)
      expect(word.left).toBeGreaterThan(25 - tolerance)
      expect(word.right).toBeLessThan(105)
      expect(word.bottom).toBeLessThan(90 + tolerance)
    }
    expect(find(words, 'Landesamt').top).toBeGreaterThan(62.7 - tolerance)
    expect(find(words, 'Persönlich/Vertraulich').top).toBeGreaterThan(find(words, 'Neumarkt').bottom - 1)
  })

  it('moves the subject below a long information block', async () => {
    const information = Array.from({ length: 12 }, (_, index) => ({ label: `Angabe ${index + 1}`, value: 'Wert' }))
    const words = await layOut('long-block', { ...sampleSheet, information })
    expect(find(words, 'Stellungnahme').top).toBeGreaterThan(Math.max(...words.filter((word) => word.text === 'Wert').map((word) => word.bottom)) + 7)
  })

  it('numbers the pages after the first and begins their text below the header', async () => {
    const body = bodyFromText(Array.from({ length: 50 }, (_, index) => `Absatz${index + 1} ${'mit mehreren Wörtern '.repeat(8)}`).join('\n'))
    const words = await layOut('many-pages', { ...sampleSheet, subject: 'Sehr langer Betreff '.repeat(20), body })
    const last = Math.max(...words.map((word) => word.page))
    expect(last).toBeGreaterThanOrEqual(3)
    const onPage = (page: number) => words.filter((word) => word.page === page).map((word) => word.text).join(' ')
    expect(onPage(1)).not.toContain('Seite')
    expect(onPage(2)).toContain(`Seite 2 von ${last}`)
    expect(onPage(last)).toContain(`Seite ${last} von ${last}`)
    const firstBodyWord = words.find((word) => word.page === 2 && word.text.startsWith('Absatz')) ?? find(words, 'mit')
    expect(firstBodyWord.top).toBeGreaterThan(formB.continuation.textTop - tolerance)
    for (let index = 1; index <= 50; index += 1) find(words, `Absatz${index}`)
  })

  it('draws the marks at 105, 148.5 and 210 mm', async () => {
    await layOut('marks', sampleSheet)
    const groups = edgeMarks(folder, 'marks', readFileSync)
    expect(groups).toHaveLength(3)
    for (const [index, expected] of [105, 148.5, 210].entries()) expect(Math.abs((groups[index] ?? 0) - expected)).toBeLessThan(tolerance)
  })

  it('puts everything of form A where the norm wants it', async () => {
    const words = await layOut('form-a', { ...sampleSheet, form: 'a' })
    const near = (actual: number, expected: number) => expect(Math.abs(actual - expected), `${actual} mm, wanted ${expected} mm`).toBeLessThan(tolerance)
    near(find(words, 'Stadtverwaltung').left, 25)
    near(find(words, 'Stadtverwaltung').top, 44.7)
    near(Math.min(...words.filter((word) => word.top > 26.5 && word.bottom < 32.5 && word.left < 105).map((word) => word.top)), 27)
    near(find(words, 'Ihr').left, 125)
    near(find(words, 'Ihr').top, 32)
    near(find(words, 'Stellungnahme').top, 80.46)
    const marks = edgeMarks(folder, 'form-a', readFileSync)
    expect(marks).toHaveLength(3)
    for (const [index, expected] of [87, 148.5, 192].entries()) near(marks[index] ?? 0, expected)
  })
})
