import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import type { LetterRecipient } from '../../../../shared/correspondence/copies/model.ts'
import { FileGrants } from '../../file-grants.ts'
import { mergeContacts } from '../../directory/duplicates/merge-service.ts'
import { destroyContacts } from '../../directory/privacy/destroy-service.ts'
import { propose } from '../../directory/privacy/review-service.ts'
import { organisation, person } from '../../directory/sample.fixture.ts'
import { createContact, getContact } from '../../directory/service.ts'
import { undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead, updateLetterhead } from '../../settings/service.ts'
import { letterHistory } from '../contact-history.ts'
import { checkDocument, papersOf } from '../register/documents-service.ts'
import { entriesOfLetter } from '../register/entries-service.ts'
import { createLetter, getLetter, getRecipient, lettersTo, setLetterStatus, updateLetter } from '../service.ts'
import { officeShelf } from '../office-shelf.ts'
import { letterFile } from '../shelf/service.ts'
import { listSignatories, saveSignatory } from '../signing/service.ts'
import { checkLetter, listVersions } from '../versions/service.ts'
import { fileFactsOf } from './file-facts.ts'
import { copyChoices, sendCopies, type CopyDispatch } from './service.ts'

let test: TestSession
let folder: string
const grants = new FileGrants()
beforeEach(async () => {
  test = await openTestSession()
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-test-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await test.dispose()
})

const desk = (): OfficeDesk => test.session.office
const recipient = (patch: Partial<LetterRecipient>): LetterRecipient => ({
  id: 'a', role: 'copy', contactId: null, name: 'Jobcenter', addressNotes: [], addressLines: ['Jobcenter', '03046 Musterstadt'], salutation: '', way: 'post', enclosures: null, note: '', withhold: true, ...patch,
})
const words = async (bytes: Uint8Array): Promise<string> => {
  const xml = await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string') ?? ''
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/gu, '')
}

async function letterTo(recipients: LetterRecipient[], more: Parameters<typeof updateLetter>[3] = {}): Promise<{ id: string; version: number }> {
  const { id, version } = await createLetter(desk(), null)
  const receipt = await updateLetter(desk(), id, version, {
    subject: 'Sprechzeiten', addressLines: ['Stadtwerke', '03044 Musterstadt'], body: bodyFromText('Ein Absatz.'), enclosures: ['Plan', 'Liste'], recipients, orders: ['z. d. A.'], ...more,
  })
  return { id, version: receipt.version }
}

function send(id: string, choice: Partial<CopyDispatch>) {
  grants.allow('grant', choice.files === 'one' ? join(folder, 'alle') : folder, choice.files === 'one' ? 'write' : 'folder')
  return sendCopies(desk(), grants, { id, keys: ['main'], form: 'pdf', files: 'each', enter: true, grant: 'grant', ...choice }, [])
}

describe('the copy for the file', () => {
  it('bears the initials of the signatory only where that very person finished the letter, also the second time', async () => {
    const { id } = await letterTo([], { signerId: 'person-leitung', signerSign: 'TL' })
    const finish = async (status: 'final' | 'draft') => setLetterStatus(desk(), id, (await getLetter(desk(), id)).version, status)
    const signedOn = async () => (await fileFactsOf(desk(), await getLetter(desk(), id))).signedOn
    expect(await signedOn()).toBeNull()
    await test.reopen('assistenz')
    await finish('final')
    expect(await signedOn()).toBeNull()
    await finish('draft')
    await test.reopen('leitung')
    await finish('final')
    expect(await signedOn()).toMatch(/^20\d\d-/)
  })
})

describe('further recipients', () => {
  it('are kept in their order with everything, found by search, taken back by undo, and belong to a version', async () => {
    const { id, version } = await letterTo([recipient({ id: 'b', name: 'Beirat', enclosures: [] }), recipient({ id: 'a' })])
    expect((await getLetter(desk(), id)).recipients).toEqual([recipient({ id: 'b', name: 'Beirat', enclosures: [] }), recipient({ id: 'a' })])
    expect(await find(test.session, 'Beirat', 5)).toMatchObject([{ record: { type: 'letter', id } }])
    await setLetterStatus(desk(), id, version, 'final')
    expect(await checkLetter(desk(), id)).toMatchObject({ intact: true, unchanged: true })
    const last = await getLetter(desk(), id)
    await setLetterStatus(desk(), id, last.version, 'draft')
    const { change } = await updateLetter(desk(), id, (await getLetter(desk(), id)).version, { recipients: [recipient({ id: 'a' })] })
    expect((await getLetter(desk(), id)).recipients.map(({ id: each }) => each)).toEqual(['a'])
    expect(await checkLetter(desk(), id)).toMatchObject({ unchanged: false })
    await undo(test.session, 'office', change ?? '')
    expect((await getLetter(desk(), id)).recipients.map(({ id: each }) => each)).toEqual(['b', 'a'])
  })

  it('come with address, salutation and the way of the directory', async () => {
    const contact = person('Muster', 'Erika', { salutation: 'ms', channels: [{ id: 'c', kind: 'email', value: 'e@m.example', preferred: true }] })
    const { id } = await createContact(desk(), contact)
    expect(await getRecipient(desk(), id)).toMatchObject({ salutation: 'Sehr geehrte Frau Muster,', way: 'email' })
  })

  it('a letter is listed at every contact that it went to, as what', async () => {
    const first = (await createContact(desk(), organisation('Stadtwerke'))).id
    const other = (await createContact(desk(), organisation('Beirat'))).id
    const { id } = await letterTo([recipient({ contactId: other, name: 'Beirat' })], { recipientId: first, recipientName: 'Stadtwerke' })
    const lines = await letterHistory.read(desk(), [other], 10)
    expect(lines).toMatchObject([{ contactId: other, text: expect.stringContaining('Abdruck'), record: { type: 'letter', id } }])
    expect(await letterHistory.read(desk(), [first, other], 10)).toHaveLength(2)
    expect(await lettersTo(desk(), [other])).toMatchObject([{ id, contactId: other, recipientName: 'Beirat', addressLines: ['Jobcenter', '03046 Musterstadt'] }])
  })

  it('go along when contacts are merged', async () => {
    const kept = (await createContact(desk(), organisation('Beirat'))).id
    const other = (await createContact(desk(), organisation('Migrationsbeirat'))).id
    const { id } = await letterTo([recipient({ contactId: other })])
    const version = async (each: string) => ({ id: each, version: (await getContact(desk(), each)).version })
    await mergeContacts(desk(), await version(kept), await version(other), {})
    expect((await getLetter(desk(), id)).recipients[0]?.contactId).toBe(kept)
  })

  it('leave no trace when the contact is destroyed, and the letter stays for everybody else', async () => {
    const marker = 'Verschwindibus'
    const gone = (await createContact(desk(), organisation(marker))).id
    const first = (await createContact(desk(), organisation('Stadtwerke'))).id
    const { id, version } = await letterTo([recipient({ contactId: gone, name: marker, addressLines: [marker, '03046 Musterstadt'], note: `Für ${marker}` })], { recipientId: first, recipientName: 'Stadtwerke' })
    await setLetterStatus(desk(), id, version, 'final')
    await send(id, { keys: ['main', 'a'] })
    await propose(desk(), [gone], 'not-needed', '')
    await destroyContacts(desk(), { ids: [gone], retained: 'neutral', others: 'destroy' })
    const { writer } = desk().database.connections
    const tables = writer.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").map(({ name }) => String(name))
    expect(tables.filter((table) => JSON.stringify(writer.all(`SELECT * FROM "${table}"`)).includes(marker))).toEqual([])
    expect(await getLetter(desk(), id)).toMatchObject({ recipientId: first, recipientName: 'Stadtwerke', recipients: [{ contactId: null, name: 'Gelöschter Kontakt' }] })
    expect(await listVersions(desk(), id)).toEqual([])
  })

  it('keep a letter whose first recipient is destroyed', async () => {
    const gone = (await createContact(desk(), organisation('Stadtwerke'))).id
    const { id } = await letterTo([recipient({})], { recipientId: gone, recipientName: 'Stadtwerke' })
    await propose(desk(), [gone], 'not-needed', '')
    await destroyContacts(desk(), { ids: [gone], retained: 'neutral', others: 'destroy' })
    expect(await getLetter(desk(), id)).toMatchObject({ recipientId: null, recipientName: 'Gelöschter Kontakt', recipients: [{ name: 'Jobcenter' }] })
  })
})

describe('dispatch of all copies', () => {
  const three = [recipient({ id: 'o', role: 'original', name: 'Klinikum', salutation: 'Guten Tag,' }), recipient({ id: 'a', note: 'Mit Bitte um Beachtung.' }), recipient({ id: 'n', role: 'notice', name: 'Beirat', way: 'email', enclosures: [] })]

  it('writes one file each, enters each with its own proof, and puts the file copy with the letter', async () => {
    const { id, version } = await letterTo(three)
    await setLetterStatus(desk(), id, version, 'final')
    expect((await copyChoices(desk(), id, [])).copies.map(({ key }) => key)).toEqual(['main', 'o', 'a', 'n', 'draft'])
    const sent = await send(id, { keys: ['main', 'o', 'a', 'n', 'draft'], followUpOn: '2026-12-21' })
    expect(sent).toMatchObject({ engine: 'own', written: 5 })
    expect(readdirSync(folder).map((name) => name.replace(/^Schreiben-\d+-\d+-/u, '')).toSorted()).toEqual(['1-Original.pdf', '2-Original.pdf', '3-Abdruck.pdf', '4-Nachrichtlich.eml', 'Entwurf.pdf'])
    const entries = await entriesOfLetter(desk(), id)
    expect(entries.map(({ correspondent, way }) => `${correspondent} ${way}`).toSorted()).toEqual(['Beirat email', 'Jobcenter post', 'Klinikum post', 'Stadtwerke post'])
    expect(new Set(sent.entries.map(({ number }) => number)).size).toBe(4)
    // One letter waits for one look, with the first who got it.
    expect(entries.filter(({ followUpOn }) => followUpOn !== null).map(({ correspondent, followUpOn }) => [correspondent, followUpOn])).toEqual([['Stadtwerke', '2026-12-21']])
    for (const entry of entries) {
      const [paper] = await papersOf(desk(), { type: 'register-entry', id: entry.id })
      expect(entry.note).toContain(paper!.hash)
      expect(await checkDocument(desk(), paper!.id)).toMatchObject({ intact: true })
    }
    expect((await papersOf(desk(), { type: 'letter', id })).map(({ name }) => name)).toEqual([expect.stringContaining('Entwurf für die Akte')])
  })

  it('says before what is missing, in all and for one alone', async () => {
    const { id, version } = await letterTo([{ ...three[0]!, addressLines: [], way: 'post' }], { subject: '', salutation: '', body: bodyFromText('Ein Absatz.') })
    await setLetterStatus(desk(), id, version, 'final')
    expect((await copyChoices(desk(), id, [])).missing).toEqual(['Anrede', 'Betreff', expect.stringMatching(/^Anschrift \(Original: Klinikum\)$/u)])
  })

  it('makes one file of all, each with its own pages', async () => {
    const { id, version } = await letterTo(three)
    await setLetterStatus(desk(), id, version, 'final')
    await send(id, { keys: ['main', 'o', 'a', 'n', 'draft'], files: 'one', form: 'docx', enter: false })
    const text = await words(readFileSync(join(folder, 'alle')))
    expect(text.match(/Sprechzeiten/gu)).toHaveLength(5)
    for (const said of ['Klinikum', 'Abdruck an: Jobcenter', 'Mit Bitte um Beachtung.', 'Nachrichtlich: Beirat', 'Ohne Anlagen', 'Anlagen (2)', 'Original an Stadtwerke (Post, 2 Anlagen)', 'z. d. A.', 'Schlusszeichnung']) expect(text).toContain(said)
    expect(await entriesOfLetter(desk(), id)).toEqual([])
    await send(id, { keys: ['main', 'draft'], files: 'one', enter: false })
    expect(readFileSync(join(folder, 'alle')).toString('latin1')).toMatch(/^%PDF-1\.7/u)
  })

  it('enters nothing when the files can’t be written, and refuses a draft and a copy that isn’t there', async () => {
    const { id, version } = await letterTo(three)
    await expect(send(id, {})).rejects.toMatchObject({ code: 'invalid' })
    await setLetterStatus(desk(), id, version, 'final')
    await expect(send(id, { keys: ['main', 'weg'] })).rejects.toMatchObject({ code: 'invalid' })
    await expect(sendCopies(desk(), grants, { id, keys: ['main'], form: 'docx', files: 'each', enter: true, grant: 'unbekannt' }, [])).rejects.toMatchObject({ code: 'forbidden' })
    expect(await entriesOfLetter(desk(), id)).toEqual([])
    await updateLetter(desk(), id, (await setLetterStatus(desk(), id, (await getLetter(desk(), id)).version, 'draft')).version, { template: 'builtin:kurzbrief' })
    await setLetterStatus(desk(), id, (await getLetter(desk(), id)).version, 'final')
    await expect(send(id, { files: 'one' })).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('je Fassung') } })
  })
})

describe('who writes and who signs', () => {
  it('a letter that Assistenz begins is signed by whom the office says, and names who wrote it', async () => {
    await saveSignatory(desk(), { personId: 'person-leitung', name: 'Mara Muster', version: 0, fields: { functionTitle: 'Integrationsbeauftragte', rule: 'head', sign: 'MM', phone: '', email: '' } })
    await saveSignatory(desk(), { personId: 'person-assistenz', name: 'Asta Ablage', version: 0, fields: { functionTitle: 'Assistenz', rule: 'order', sign: 'AA', phone: '030 12', email: '' } })
    const { version } = await getLetterhead(desk())
    await updateLetterhead(desk(), version, { signerId: 'person-leitung', signatureAuthority: 'Die Integrationsbeauftragte', contactPerson: 'Zentrale', phone: '030 1' })
    await test.reopen('assistenz')
    const { id } = await createLetter(desk(), null)
    expect(await getLetter(desk(), id)).toMatchObject({ signatureName: 'Mara Muster', signatureAddition: '', signatureFunction: '', signerSign: 'MM', editorName: 'Asta Ablage', editorSign: 'AA', contactPerson: 'Asta Ablage', contactPhone: '030 12' })
    const text = await words((await letterFile(officeShelf(desk()), id, 'draft')).bytes)
    for (const said of ['Asta Ablage', '030 12', 'Mara Muster', '-AA']) expect(text).toContain(said)
    expect(text).not.toContain('Zentrale')
  })

  it('whoever has no power to sign signs by order', async () => {
    await test.reopen('assistenz')
    const { id } = await createLetter(desk(), null)
    expect(await getLetter(desk(), id)).toMatchObject({ signatureAddition: 'Im Auftrag', signatureName: 'Test assistenz', editorSign: '' })
  })

  it('Assistenz may change own details, not who signs how', async () => {
    await test.reopen('assistenz')
    const save = (personId: string, rule: 'head' | 'order') => saveSignatory(desk(), { personId, name: 'X', version: 0, fields: { functionTitle: '', rule, sign: 'X', phone: '', email: '' } })
    await expect(save('person-leitung', 'order')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(save('person-assistenz', 'head')).rejects.toMatchObject({ code: 'forbidden' })
    await save('person-assistenz', 'order')
    await expect(save('person-assistenz', 'order')).rejects.toMatchObject({ code: 'conflict' })
    expect((await listSignatories(desk())).signatories).toMatchObject([{ personId: 'person-assistenz', sign: 'X' }])
  })
})
