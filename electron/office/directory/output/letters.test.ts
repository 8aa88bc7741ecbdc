import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import JSZip from 'jszip'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { outputRequestSchema, type OutputProgress } from '../../../../shared/directory/output/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { createLetter, findLetters, getLetter, updateLetter } from '../../correspondence/service.ts'
import { undoGroup } from '../../database/undo.ts'
import { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { organisation, person } from '../sample.fixture.ts'
import { createContact } from '../service.ts'
import { outputLetters } from './letters.ts'
import { outputRecords } from './records.ts'

const hasTools = [['soffice', '--version'], ['pdftotext', '-v']].every(([tool = '', flag = '']) => spawnSync(tool, [flag]).error === undefined)
let test: TestSession
let desk: OfficeDesk
let folder: string
let ids: string[] = []
const at = (place: string) => ({ addresses: [{ id: uuidv7(), kind: 'office', street: 'Neumarkt 5', postalCode: '03046', place, preferred: true }] })

beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  folder = mkdtempSync(join(tmpdir(), 'serial-'))
  const contacts = [organisation('Caritasverband', at('Cottbus')), person('Kowalska', 'Anna', { salutation: 'ms', ...at('Guben') }), person('Ohneort', 'Olga'), organisation('Zebra e. V.', at('Forst'))]
  ids = []
  for (const contact of contacts) ids.push((await createContact(desk, contact)).id)
})
afterAll(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const register = async () => (await findLetters(desk, { query: '', status: null, sort: 'number', descending: false, offset: 0, limit: 100 })).letters
const request = () => outputRequestSchema.parse({ source: { kind: 'contacts', ids: [...ids, ids[0]] }, format: 'letters' })
const text = { kind: 'text' as const, subject: 'Einladung zum Neujahrsempfang', text: 'am 15. Januar laden wir Sie ein.\n\nBitte geben Sie uns Bescheid.' }

async function finish(stream: AsyncIterable<OutputProgress>) {
  let last: OutputProgress | undefined
  for await (const step of stream) last = step
  if (last?.state !== 'done') throw new Error('The letters should have come to their end.')
  return last
}

describe('a series of letters', () => {
  it('writes to everybody once, with number, address and salutation, into one file and the register, as one step', async () => {
    const grants = new FileGrants()
    const file = join(folder, 'alle.docx')
    grants.allow('file', file, 'write')
    const done = await finish(outputLetters(desk, grants, { request: request(), pattern: text, files: 'one', grant: 'file' }))
    expect([done.written, done.leftOut.map(({ name, reason }) => `${name}: ${reason}`)]).toEqual([3, ['Ohneort, Olga: keine Postanschrift']])
    const letters = await register()
    expect(letters.map(({ recipientName, status, subject }) => [recipientName, status, subject])).toEqual(
      ['Caritasverband', 'Anna Kowalska', 'Zebra e. V.'].map((name) => [name, 'final', text.subject]))
    expect(new Set(letters.map(({ number }) => number)).size).toBe(3)
    expect(await getLetter(desk, letters[1]?.id ?? '')).toMatchObject({ recipientId: ids[1], salutation: 'Sehr geehrte Frau Kowalska,', addressLines: ['Frau Anna Kowalska', 'Neumarkt 5', '03046 Guben'] })
    const xml = (await (await JSZip.loadAsync(readFileSync(file))).file('word/document.xml')?.async('string')) ?? ''
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(3)
    for (const words of ['Caritasverband', 'Sehr geehrte Frau Kowalska,', 'Zebra e. V.']) expect(xml.split(words), words).toHaveLength(2)
    expect(await outputRecords(desk, '')).toMatchObject([{ format: 'letters', contacts: 3, leftOut: 1 }])
    await undoGroup(desk.database, desk.person, done.change ?? '')
    expect(await register()).toEqual([])
  })

  it('takes an earlier letter as its pattern and writes a file each into a folder', async () => {
    const { id, version } = await createLetter(desk, null)
    await updateLetter(desk, id, version, { subject: 'Muster', body: bodyFromText('Der Text.'), ourReference: 'IB-7', enclosures: ['Programm'], signatureName: 'Mara Muster' })
    const target = join(folder, 'einzeln')
    mkdirSync(target)
    const grants = new FileGrants()
    grants.allow('folder', target, 'folder')
    await finish(outputLetters(desk, grants, { request: request(), pattern: { kind: 'letter', id }, files: 'each', grant: 'folder' }))
    const letters = (await register()).filter((letter) => letter.id !== id)
    expect(readdirSync(target).sort()).toEqual(letters.map(({ number }) => `Schreiben-${number.replace('/', '-')}.docx`).sort())
    expect(await getLetter(desk, letters[0]?.id ?? '')).toMatchObject({ subject: 'Muster', ourReference: 'IB-7', enclosures: ['Programm'], signatureName: 'Mara Muster', status: 'final' })
  })

  it('leaves neither letters nor files when it is stopped or the file can not be written', async () => {
    const before = (await register()).length
    const many: string[] = []
    for (let index = 0; index < 30; index += 1) many.push((await createContact(desk, organisation(`Verein ${index}`, at('Cottbus')))).id)
    const grants = new FileGrants()
    const file = join(folder, 'halt.docx')
    grants.allow('file', file, 'write')
    const abort = new AbortController()
    const all = { ...request(), source: { kind: 'contacts' as const, ids: many } }
    const stream = outputLetters(desk, grants, { request: all, pattern: text, files: 'one', grant: 'file' }, abort.signal)
    await stream.next()
    abort.abort()
    await expect((async () => { for await (const step of stream) expect(step.state).toBe('running') })()).rejects.toThrow()
    await expect(finish(outputLetters(desk, grants, { request: all, pattern: text, files: 'one', grant: 'never-granted' }))).rejects.toMatchObject({ code: 'forbidden' })
    expect([existsSync(file), (await register()).length]).toEqual([false, before])
    await expect(finish(outputLetters(desk, grants, { request: { ...all, source: { kind: 'contacts', ids: [ids[2] ?? ''] } }, pattern: text, files: 'one', grant: 'file' }))).rejects.toMatchObject({ code: 'invalid' })
  })

  it.skipIf(!hasTools)('puts every address where DIN 5008 wants it, on pages that LibreOffice lays out', async () => {
    const grants = new FileGrants()
    const file = join(folder, 'seiten.docx')
    grants.allow('file', file, 'write')
    const long = { ...text, text: Array.from({ length: 45 }, (_, index) => `Absatz ${index} mit einigen Wörtern, damit das Schreiben eine zweite Seite braucht.`).join('\n\n') }
    await finish(outputLetters(desk, grants, { request: request(), pattern: long, files: 'one', grant: 'file' }))
    execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' })
    const boxes = execFileSync('pdftotext', ['-bbox', join(folder, 'seiten.pdf'), '-'], { encoding: 'utf8' })
    let page = 0
    const words = boxes.split('\n').flatMap((line) => {
      if (line.includes('<page ')) page += 1
      const match = /xMin="([\d.]+)" yMin="([\d.]+)".*>(.*)<\/word>/u.exec(line)
      return match ? [{ page, left: (Number(match[1]) * 25.4) / 72, top: (Number(match[2]) * 25.4) / 72, text: match[3] ?? '' }] : []
    })
    const firstPages = ['Caritasverband', 'Frau', 'Zebra'].map((name) => words.find((word) => word.text === name && word.top > 55 && word.top < 95))
    for (const word of firstPages) {
      expect(Math.abs((word?.left ?? 0) - 25)).toBeLessThan(0.5)
      expect(Math.abs((word?.top ?? 0) - 62.7)).toBeLessThan(0.5)
    }
    // Every letter counts its own pages and begins on a new one.
    const pages = firstPages.map((word) => word?.page ?? 0)
    expect(new Set(pages).size).toBe(3)
    const [first = 0, second = 0] = pages
    expect(second - first).toBeGreaterThan(1)
    for (const start of pages) {
      const next = words.filter((word) => word.page === start + 1).map((word) => word.text).join(' ')
      expect(next).toContain('Seite 2')
      expect(next).not.toContain('Seite 2 von')
    }
  })
})
