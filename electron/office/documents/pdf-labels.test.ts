import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEnvelope, knownEnvelopes, knownSheets, labelPlaces, type Box } from '../../../shared/labels/sheets.ts'
import { badgesPdf, envelopesPdf, labelsPdf } from './pdf-labels.ts'
import { tablePdf } from './pdf-table.ts'

type Word = { text: string; page: number } & Record<'left' | 'top' | 'right' | 'bottom', number>
const hasTools = [['pdftotext', '-v'], ['pdfinfo', '-v']].every(([tool = '', flag = '']) => spawnSync(tool, [flag]).error === undefined)
const day = '2026-11-22'

/** Measured in the finished files: pdftotext says where each word stands. */
describe.skipIf(!hasTools)('places on paper', () => {
  let folder = ''
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'labels-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function wordsOf(bytes: Uint8Array): Word[] {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    const words: Word[] = []
    let page = 0
    for (const line of execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).split('\n')) {
      if (line.includes('<page ')) page += 1
      const match = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line)
      if (!match) continue
      const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1, 5).map((points) => (Number(points) * 25.4) / 72)
      words.push({ text: match[5] ?? '', page, left, top, right, bottom })
    }
    return words
  }
  const inside = (word: Word, box: Box) => word.left >= box.left - 0.05 && word.right <= box.left + box.width + 0.05 && word.top >= box.top - 0.5 && word.bottom <= box.top + box.height + 0.5
  const information = () => execFileSync('pdfinfo', [join(folder, 'file.pdf')], { encoding: 'utf8' })

  const address = (index: number) => [`Organisation${index} zur Förderung des Miteinanders`, 'Fachbereich Soziales', `Frau Țuțea${index}`, 'Lange Straße 17', `0304${index % 10} Cottbus`]

  it.each(knownSheets('label', day).map((sheet) => [sheet.code, sheet] as const))('puts every address of sheet %s inside its label', async (_code, sheet) => {
    const words = wordsOf(await labelsPdf(Array.from({ length: 45 }, (_, index) => address(index)), { title: 'Etiketten', sheet, start: 3, frames: false }))
    const places = labelPlaces(sheet, 45, 3)
    for (const [index, { page, box }] of places.entries()) {
      const own = words.filter((word) => word.page === page + 1 && [`Organisation${index}`, `Țuțea${index}`].includes(word.text))
      expect(own.map(({ text }) => text), `label ${index}`).toEqual([`Organisation${index}`, `Țuțea${index}`])
      for (const word of own) expect(inside(word, box), `${word.text} ${JSON.stringify(word)} in ${JSON.stringify(box)}`).toBe(true)
    }
    // Nothing lies where printers don't print, and every line of every address is there.
    for (const word of words) expect(word.left).toBeGreaterThan(4.9)
    expect(words.filter(({ text }) => text === 'Cottbus')).toHaveLength(45)
  })

  it('leaves the used labels free and names the file for screen readers', async () => {
    const [sheet] = knownSheets('label', day)
    if (!sheet) throw new Error('There are no sheets.')
    const [first] = wordsOf(await labelsPdf([['Erste']], { title: 'Etiketten', sheet, start: 5, frames: true }))
    // The fifth label of a sheet of three columns is the second of the second row.
    expect(first).toMatchObject({ text: 'Erste', page: 1 })
    expect(first?.left).toBeCloseTo(73.5, 0)
    expect(first && first.top > 40.5 && first.bottom < 76.5).toBe(true)
    expect(information()).toMatch(/Title:\s+Etiketten\n[\s\S]*Tagged:\s+yes\n[\s\S]*Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/u)
  })

  it('keeps a long name of a badge whole, in the middle', async () => {
    const [sheet] = knownSheets('badge', day)
    if (!sheet) throw new Error('There are no badges.')
    const words = wordsOf(await badgesPdf([{ name: 'Ana', organisation: 'Jugendamt' }, { name: 'Prof. Dr. Konstantina Papadopoulou-Schmidt', organisation: 'Arbeiterwohlfahrt Kreisverband Cottbus und Umgebung e. V.' }], { title: 'Namensschilder', sheet, start: 1, frames: false }))
    const [ana] = words
    expect(ana && (ana.left + ana.right) / 2).toBeCloseTo(sheet.left + sheet.width / 2, 0)
    const second = labelPlaces(sheet, 2, 1)[1]
    for (const text of ['Konstantina', 'Papadopoulou-Schmidt', 'Umgebung']) {
      const word = words.find((candidate) => candidate.text === text)
      expect(word && second && inside(word, second.box), text).toBe(true)
    }
  })

  it.each(knownEnvelopes(day).map((envelope) => [envelope.code, envelope] as const))('prints the address of envelope %s in its zone', async (_code, envelope) => {
    const words = wordsOf(await envelopesPdf([address(1), address(2)], { title: 'Umschläge', envelope, sender: 'Stadt Musterstadt · Marktplatz 1 · 01999 Musterstadt' }))
    expect(Math.max(...words.map(({ page }) => page))).toBe(2)
    for (const text of ['Organisation1', 'Țuțea1', 'Cottbus']) {
      const word = words.find((candidate) => candidate.text === text)
      expect(word && inside(word, envelope.address), text).toBe(true)
    }
    const sender = words.find(({ text }) => text === 'Marktplatz')
    expect(sender && sender.bottom < envelope.address.top).toBe(true)
  })

  it('prints a window sheet where DIN 5008 has the address: at 25 and 62.7 mm', async () => {
    const envelope = findEnvelope('window')
    if (!envelope) throw new Error('There is no window envelope.')
    const words = wordsOf(await envelopesPdf([['Stadtverwaltung']], { title: 'Umschläge', envelope, sender: 'Absender' }))
    const [sender, first] = words
    expect([sender?.left, first?.left, first?.top].map((value) => Math.round((value ?? 0) * 2) / 2)).toEqual([25, 25, 62.5])
  })

  it('repeats the headings of a list on every page and numbers the pages', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`Verein${index}`, 'رنا حداد', 'Ștefan Nguyễn', 'post@beispiel.example', '030 23125-100', 'Cottbus'])
    const words = wordsOf(await tablePdf({ title: 'Netzwerk', remarks: ['90 Kontakte'], headings: ['Name', 'Eigene Schrift', 'Ansprechperson', 'E-Mail', 'Telefon', 'Ort'], rows }))
    const pages = Math.max(...words.map(({ page }) => page))
    expect(pages).toBeGreaterThan(2)
    for (let page = 1; page <= pages; page += 1) {
      const text = words.filter((word) => word.page === page).map((word) => word.text).join(' ')
      expect(text).toContain(`Seite ${page} von ${pages}`)
      expect(text).toMatch(/Ansprechperson E-Mail Telefon Ort/u)
    }
    for (let index = 0; index < 90; index += 1) expect(words.filter(({ text }) => text === `Verein${index}`)).toHaveLength(1)
    expect(words.some(({ text }) => text === 'Nguyễn')).toBe(true)
    expect(information()).toMatch(/Tagged:\s+yes/u)
  })
})
