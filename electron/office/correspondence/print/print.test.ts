import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { hiddenLines } from '../../../../shared/correspondence/print/window.ts'
import { usualSettings } from '../../../../shared/correspondence/serial/model.ts'
import { findEnvelope } from '../../../../shared/labels/sheets.ts'
import { emptyLetterhead } from '../../../../shared/settings/letterhead.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { organisation } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import { envelopesDocx } from '../../documents/docx-envelopes.ts'
import { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { findWord, hasTools, layOutPages } from '../lay-out.fixture.ts'
import { createRun, updateRun } from '../serial/service.ts'
import { writeRun } from '../serial/write.ts'
import { createLetter, getLetter, updateLetter } from '../service.ts'
import { printForm, windowCheck, writeEnvelopes, writePrint } from './service.ts'

let test: TestSession
let desk: OfficeDesk
let folder: string
let letterId: string
const long = 'Arbeitsgemeinschaft der Migrantenorganisationen im Landkreis Musterland e. V.'
const address = (street: string) => ({ addresses: [{ id: street, kind: 'office', street, postalCode: '03046', place: 'Cottbus', preferred: true }] })

beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  folder = mkdtempSync(join(tmpdir(), 'print-'))
  const contact = await createContact(desk, organisation(long, address('Neumarkt 5')))
  const letter = await createLetter(desk, contact.id)
  await updateLetter(desk, letter.id, letter.version, { subject: 'Einladung', body: bodyFromText('Wir laden ein.') })
  letterId = letter.id
})
afterAll(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

function granted(name: string): { grants: FileGrants; grant: string; path: string } {
  const grants = new FileGrants()
  const path = join(folder, name)
  grants.allow(name, path, 'write')
  return { grants, grant: name, path }
}

/** Size in millimetres and words of each page. */
async function pagesOf(path: string): Promise<{ size: number[]; text: string }[]> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)))
  const { text } = await extractText(pdf, { mergePages: false })
  return Promise.all(text.map(async (words, index) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = (await pdf.getPage(index + 1)).view
    return { size: [right - left, bottom - top].map((points) => Math.round((points / 72) * 25.4)), text: words }
  }))
}

it('prints a letter as PDF, and as Word file where nothing makes a PDF of its template', async () => {
  const { grants, grant, path } = granted('brief.pdf')
  expect(await printForm(desk, { kind: 'letter', id: letterId }, [])).toEqual({ form: 'pdf' })
  await writePrint(desk, grants, { what: { kind: 'letter', id: letterId }, grant }, [])
  expect((await pagesOf(path)).map(({ size }) => size)).toEqual([[210, 297]])
  const invitation = await createLetter(desk, null, undefined, 'builtin:einladung')
  expect(await printForm(desk, { kind: 'letter', id: invitation.id }, [])).toEqual({ form: 'docx' })
  const word = granted('brief.docx')
  await writePrint(desk, word.grants, { what: { kind: 'letter', id: invitation.id }, grant: word.grant }, [])
  expect(readFileSync(word.path).subarray(0, 2).toString('latin1')).toBe('PK')
})

it('prints the register of a year', async () => {
  const { grants, grant, path } = granted('register.pdf')
  await writePrint(desk, grants, { what: { kind: 'register', direction: 'out', year: 2026 }, grant }, [])
  expect((await pagesOf(path))[0]?.text).toContain('Postausgang')
})

it('makes an envelope in its own size for each letter of a run that goes by post, and for one letter', async () => {
  const ids: string[] = []
  for (const name of ['Verein A', 'Verein B', 'Verein C']) ids.push((await createContact(desk, organisation(name, address(`${name} Weg 1`)))).id)
  const run = await createRun(desk, { source: { kind: 'contacts', ids }, sourceName: 'V', purpose: '', pattern: { kind: 'letter', id: letterId } })
  await updateRun(desk, run.id, run.version, { settings: { ...usualSettings, channel: 'letter' } })
  const before = granted('vorher.pdf')
  await expect(writeEnvelopes(desk, before.grants, { of: { kind: 'run', id: run.id }, envelope: 'DL', form: 'pdf', grant: before.grant })).rejects.toMatchObject({ code: 'invalid' })
  const target = new FileGrants()
  target.allow('ordner', folder, 'folder')
  for await (const _step of writeRun(desk, target, { id: run.id, grant: 'ordner', folderName: 'Ziel' }, undefined, [])) void _step
  const { grants, grant, path } = granted('umschläge.pdf')
  expect(await writeEnvelopes(desk, grants, { of: { kind: 'run', id: run.id }, envelope: 'C5', form: 'pdf', grant })).toEqual({ envelopes: 3 })
  const pages = await pagesOf(path)
  expect(pages.map(({ size }) => size)).toEqual([[229, 162], [229, 162], [229, 162]])
  expect(pages.map(({ text }) => /Verein [ABC]/u.exec(text)?.[0])).toEqual(['Verein A', 'Verein B', 'Verein C'])
  const one = granted('umschlag.pdf')
  await writeEnvelopes(desk, one.grants, { of: { kind: 'letter', id: letterId }, envelope: 'DL', form: 'pdf', grant: one.grant })
  expect((await pagesOf(one.path)).map(({ size }) => size)).toEqual([[220, 110]])
  await expect(writeEnvelopes(desk, one.grants, { of: { kind: 'letter', id: letterId }, envelope: 'A9', form: 'pdf', grant: one.grant })).rejects.toMatchObject({ code: 'invalid' })
})

it('names the lines that the window of an envelope may cover, and no others', async () => {
  expect(await windowCheck(desk, { kind: 'letter', id: letterId })).toEqual({ envelopes: 1, repeated: 0, hidden: [{ name: long, line: long }] })
  expect(hiddenLines(['Neumarkt 5', '03046 Cottbus'], 11)).toEqual([])
  // Another person of the same organisation: its name is said once.
  const colleague = { id: 'two', role: 'copy' as const, contactId: null, name: 'Frau Zwei', addressNotes: [], addressLines: [long, 'Frau Zwei', 'Weg 9', '03046 Cottbus'], salutation: '', enclosures: null, note: '', withhold: false, way: 'post' as const }
  await updateLetter(desk, letterId, (await getLetter(desk, letterId)).version, { recipients: [colleague] })
  expect(await windowCheck(desk, { kind: 'letter', id: letterId })).toMatchObject({ envelopes: 2, hidden: [{ line: long }] })
})

it('gives two letters to one address one envelope and says so, and everybody else who gets a letter by post theirs', async () => {
  const letter = await createLetter(desk, (await createContact(desk, organisation('Verein D', address('Weg 4')))).id)
  const other = { role: 'copy' as const, contactId: null, addressNotes: [], salutation: '', enclosures: null, note: '', withhold: false }
  await updateLetter(desk, letter.id, letter.version, {
    recipients: [
      { ...other, id: 'same', name: 'Verein D', addressLines: ['Verein D', 'weg 4 ', '03046 Cottbus'], way: 'post' },
      { ...other, id: 'mail', name: 'Amt', addressLines: ['Amt', 'Platz 1', '03046 Cottbus'], way: 'email' },
      { ...other, id: 'house', name: 'Haus', addressLines: ['Haus', 'Platz 2', '03046 Cottbus'], way: 'post' },
    ],
  })
  expect(await windowCheck(desk, { kind: 'letter', id: letter.id })).toMatchObject({ envelopes: 2, repeated: 1 })
  const { grants, grant, path } = granted('zwei.pdf')
  await writeEnvelopes(desk, grants, { of: { kind: 'letter', id: letter.id }, envelope: 'C6', form: 'pdf', grant })
  expect((await pagesOf(path)).map(({ text }) => /Verein D|Amt|Haus/u.exec(text)?.[0])).toEqual(['Verein D', 'Haus'])
})

it('makes the same envelopes as Word file: a landscape page each, with what stands on it', async () => {
  const letters = [['Verein A', 'Weg 1', '03046 Cottbus'], ['Verein B', 'Weg 2', '03046 Cottbus']]
  const envelope = findEnvelope('C6/5')!
  const zip = await JSZip.loadAsync(await envelopesDocx(letters, { title: 'Umschläge', envelope, sender: 'Stadt · Markt 1' }, emptyLetterhead))
  const xml = await zip.file('word/document.xml')!.async('string')
  expect(xml).toMatch(/<w:pgSz w:w="12983" w:h="6463" w:orient="landscape"\/>/u)
  expect(xml.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(1)
  expect(xml.replaceAll(/<\/w:p>/gu, '|').replaceAll(/<[^>]+>/gu, '')).toBe('Stadt · Markt 1|Verein A|Weg 1|03046 Cottbus|Stadt · Markt 1|Verein B|Weg 2|03046 Cottbus|')
})

it.skipIf(!hasTools)('puts the address of a Word envelope where the PDF has it', async () => {
  for (const code of ['C6/5', 'window']) {
    const envelope = findEnvelope(code)!
    const bytes = await envelopesDocx([['Anna', 'Weg'], ['Berta', 'Weg']], { title: 'U', envelope, sender: 'Stadt' }, { ...emptyLetterhead, fontFamily: 'Arial' })
    const words = layOutPages(folder, `umschlag-${code.replace('/', '-')}`, bytes)
    for (const [text, page] of [['Anna', 1], ['Berta', 2]] as const) {
      const word = findWord(words, text)
      expect(word.page, code).toBe(page)
      expect(Math.abs(word.left - envelope.address.left), code).toBeLessThan(0.5)
      expect(Math.abs(word.top - envelope.address.top), code).toBeLessThan(1)
    }
    expect(Math.max(...words.map(({ page }) => page)), code).toBe(2)
  }
}, 60_000)
