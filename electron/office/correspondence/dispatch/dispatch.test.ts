import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { checkDocument, papersOf, wordsOf } from '../register/documents-service.ts'
import { entriesOfLetter } from '../register/entries-service.ts'
import { officeShelf } from '../office-shelf.ts'
import { createLetter, setLetterStatus, updateLetter } from '../service.ts'
import { letterFile } from '../shelf/service.ts'
import { cleanDocx } from './clean-docx.ts'
import { emlDraft } from './eml.ts'
import { findPdfPrograms, type PdfPrograms } from './pdf-programs.ts'
import { dispatchChoices, dispatchLetter, type Dispatch } from './service.ts'

let test: TestSession
let folder: string
let id: string
const grants = new FileGrants()
beforeEach(async () => {
  test = await openTestSession()
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-test-'))
  const letter = await createLetter(desk(), null)
  id = letter.id
  const { version } = await updateLetter(desk(), id, letter.version, {
    subject: 'Prüfung der Zuständigkeit', addressLines: ['Stadt Musterstadt', 'Neumarkt 5'], body: bodyFromText('Erster Absatz.\nZweiter Absatz.'),
  })
  await setLetterStatus(desk(), id, version, 'final')
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await test.dispose()
})

const desk = (): OfficeDesk => test.session.office
const path = (): string => join(folder, 'datei')

function send(choice: Partial<Dispatch>, programs: PdfPrograms = []) {
  grants.allow('grant', path(), 'write')
  return dispatchLetter(officeShelf(desk()), grants, { id, form: 'pdf', versionId: null, to: '', way: 'post', enter: true, grant: 'grant', ...choice }, programs)
}

it('makes a PDF by our own means, says so, and proves the dispatch by the file and its hash', async () => {
  const { engine, entry } = await send({})
  expect(engine).toBe('own')
  const pdf = readFileSync(path())
  expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.7[^]*\/StructTreeRoot/u)
  const [line] = await entriesOfLetter(desk(), id)
  expect(line).toMatchObject({ number: entry, direction: 'out', way: 'post', correspondent: 'Stadt Musterstadt', subject: 'Prüfung der Zuständigkeit', documents: 1 })
  const [paper] = await papersOf(desk(), { type: 'register-entry', id: line!.id })
  expect(line!.note).toContain(paper!.hash)
  expect(await checkDocument(desk(), paper!.id)).toMatchObject({ intact: true })
  const { text } = await wordsOf(desk(), paper!.id)
  for (const words of ['Erster Absatz.', 'Zweiter Absatz.', 'Neumarkt 5']) expect(text).toContain(words)
})

it.skipIf(findPdfPrograms().every(({ engine }) => engine !== 'libreoffice'))('makes the PDF with LibreOffice where it is installed, and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith(`integrationsbuero-ansicht-${process.pid}-`))
  expect(await send({ enter: false }, findPdfPrograms())).toEqual({ engine: 'libreoffice', report: expect.any(Array), entry: null })
  expect(readFileSync(path()).toString('latin1')).toMatch(/^%PDF[^]*\/StructTreeRoot/u)
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`integrationsbuero-ansicht-${process.pid}-`))).toEqual(before)
  expect(await entriesOfLetter(desk(), id)).toEqual([])
}, 60_000)

it('falls back to our own PDF when LibreOffice does not start, and refuses what only it could lay out', async () => {
  expect(await send({}, [{ engine: 'libreoffice', path: join(folder, 'nirgends') }])).toMatchObject({ engine: 'own' })
  expect(await dispatchChoices(officeShelf(desk()), id, [])).toMatchObject({ letterEngine: 'own', versionEngine: 'none', versions: [] })
  await expect(send({ versionId: 'fremd' })).rejects.toMatchObject({ code: 'not-found' })
})

it('writes a mail draft that other programs read, with the PDF', async () => {
  await send({ form: 'eml', to: 'jugendamt@cottbus.example', way: 'email' })
  const mail = await PostalMime.parse(readFileSync(path()))
  expect(mail).toMatchObject({ subject: 'Prüfung der Zuständigkeit', to: [{ address: 'jugendamt@cottbus.example' }] })
  expect(mail.text).toContain('anbei erhalten Sie unser Schreiben')
  expect(mail.attachments).toMatchObject([{ mimeType: 'application/pdf', filename: expect.stringMatching(/^Schreiben-\d{4}-\d+\.pdf$/u) }])
  expect(Buffer.from(mail.attachments[0]!.content as ArrayBuffer).toString('latin1')).toMatch(/^%PDF/u)
})

it('lets no address and no subject add lines to the head of a mail', () => {
  const eml = Buffer.from(emlDraft({
    from: 'a@b.example\r\nBcc: x@y.example', to: 'c@d.example\nBcc: x@y.example', subject: 'Ä\r\nBcc: x@y.example und ein sehr langer Betreff, der in mehreren Stücken steht', text: '',
    attachments: [{ name: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array([1]) }],
  })).toString('utf8')
  expect(eml).not.toMatch(/^Bcc/mu)
  expect(Math.max(...eml.split('\r\n').map(({ length }) => length))).toBeLessThan(110)
})

it('says before what a letter lacks', async () => {
  expect((await dispatchChoices(officeShelf(desk()), id, [])).missing).toEqual([])
  const blank = await createLetter(desk(), null)
  expect((await dispatchChoices(officeShelf(desk()), blank.id, [])).missing).toEqual(['Anschrift', 'Text', 'Betreff'])
  const note = await createLetter(desk(), null, undefined, 'builtin:vermerk')
  expect((await dispatchChoices(officeShelf(desk()), note.id, [])).missing).not.toContain('Anschrift')
})

it('sends only what is finished', async () => {
  const draft = await createLetter(desk(), null)
  await expect(send({ id: draft.id })).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('Fertigstellen') } })
})

describe('a DOCX is cleaned', () => {
  it('of names, comments and tracked changes, and says what was there', async () => {
    const zip = await JSZip.loadAsync((await letterFile(officeShelf(desk()), id)).bytes)
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const part = async (name: string, edit: (text: string) => string) => zip.file(name, edit(await zip.file(name)!.async('string')))
    zip.file('word/comments.xml', `<w:comments ${w}><w:comment w:id="1" w:author="Asta Ablage"><w:p/></w:comment></w:comments>`)
    zip.file('docProps/core.xml', '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Titel</dc:title><dc:creator>Asta Ablage</dc:creator><cp:lastModifiedBy>Mara Muster</cp:lastModifiedBy></cp:coreProperties>')
    await part('[Content_Types].xml', (text) => text.replace('</Types>', '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'))
    await part('word/document.xml', (text) => text.replace('</w:body>', '<w:p w:rsidR="00AB12CD"><w:commentRangeStart w:id="1"/><w:ins w:id="2" w:author="Asta"><w:r><w:t>neu</w:t></w:r></w:ins>'
      + '<w:del w:id="3" w:author="Asta"><w:r><w:delText>Vertrauliches</w:delText></w:r></w:del><w:commentRangeEnd w:id="1"/><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r></w:p></w:body>'))
    const { bytes, report } = cleanDocx(await zip.generateAsync({ type: 'uint8array' }))
    expect(report).toEqual([
      'Eigenschaften der Datei entfernt: Verfasser, zuletzt bearbeitet von', 'Kommentare entfernt: 1', 'Nachverfolgte Änderungen angenommen: 2',
      'Achtung, ausgeblendeter Text ist noch enthalten: 1 Stelle',
    ])
    const clean = await JSZip.loadAsync(bytes)
    const all = (await Promise.all(Object.values(clean.files).map((file) => file.async('string')))).join('\n')
    for (const gone of ['Asta', 'Mara', 'Vertrauliches', 'commentRange', 'comments.xml', 'rsidR=']) expect(all).not.toContain(gone)
    for (const kept of ['neu', 'Titel', 'Erster Absatz.']) expect(all).toContain(kept)
  })
})
