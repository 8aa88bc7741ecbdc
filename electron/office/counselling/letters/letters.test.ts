import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { bodyFromText, bodyText } from '../../../../shared/correspondence/body.ts'
import type { NewLetter } from '../../../../shared/counselling/letters/contract.ts'
import { findStarter, startersAsOf, starters } from '../../../../shared/counselling/letters/starters.ts'
import { noSafety } from '../../../../shared/counselling/safety/contract.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { contactInputSchema } from '../../../../shared/directory/model.ts'
import { createContact } from '../../directory/service.ts'
import { EditedCopies } from '../../correspondence/round-trip/copies.ts'
import { dispatchLetter, type Dispatch } from '../../correspondence/dispatch/service.ts'
import { editingOfLetter, openLetterCopy } from '../../correspondence/round-trip/service.ts'
import { findLetters, createLetter } from '../../correspondence/service.ts'
import { letterFile } from '../../correspondence/shelf/service.ts'
import { EditedFile } from '../../edited-file.ts'
import { FileGrants } from '../../file-grants.ts'
import { OfficeProcess } from '../../office-process.ts'
import { restore } from '../../records/service.ts'
import { router } from '../../router.ts'
import type { CounsellingDesk } from '../../session.ts'
import { VaultService } from '../../vault/service.ts'
import { papersOfCase } from '../attachments/service.ts'
import { createCase, getCase, removeCase } from '../cases/service.ts'
import { courseOfCase } from '../course/service.ts'
import { findDeadlinesOf } from '../deadlines/service.ts'
import { openIdentity, saveIdentity } from '../identity/service.ts'
import { collectTexts } from '../privacy/dossier.ts'
import { restrictCase } from '../privacy/state-service.ts'
import { consequencesOf, createRelease, removeRelease, revokeRelease, signRelease } from '../releases/service.ts'
import { saveSafety } from '../safety/service.ts'
import { clientCopies } from './copies.ts'
import { createClientLetter } from './create.ts'
import { factsOfLetter } from './facts.ts'
import { findClientLetters, getClientLetter, removeClientLetter, saveLetterDetails, setClientLetterStatus, updateClientLetter } from './service.ts'
import { clientShelf } from './shelf.ts'
import { letterCase } from './standing.ts'
import { checkClientLetter, clientVersions } from './versions.ts'

const TOWN = 'Ausländerbehörde Nebelstadt'
let test: TestSession
let desk: CounsellingDesk
let folder: string
let caseId: string
let contactId: string
const grants = new FileGrants()
const living = (id: string): Promise<string> => Promise.resolve(id)
const path = (): string => join(folder, 'Dokument.docx')

beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-test-'))
  caseId = (await createCase(desk, { alias: 'Linde', kind: 'person', language: 'ar', note: '' }, '2026-03-01')).id
  contactId = (await createContact(test.session.office, contactInputSchema.parse({
    kind: 'organisation', name: TOWN, addresses: [{ id: 'a', kind: 'postal', street: 'Amtsweg 3', postalCode: '03046', place: 'Nebelstadt' }],
  }))).id
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await test.dispose()
})

async function opened(fields: { addressProtected?: boolean } = {}): Promise<string> {
  const { opening, version, fields: empty } = await openIdentity(desk, caseId, 'Schreiben')
  await saveIdentity(desk, { caseId, opening, version, fields: { ...empty, familyName: 'Ćwiklińska', givenNames: 'Thảo', street: 'Am Markt 3', addressExtra: 'c/o Nguyen', postalCode: '03046', place: 'Cottbus', birthDate: '1988-03-12', ...fields } })
  return opening
}

async function begin(fields: Partial<NewLetter> = {}): Promise<{ id: string; version: number }> {
  return createClientLetter(desk, test.session.office, { caseId, starter: 'status', land: 'BB', recipient: { kind: 'contact', contactId }, opening: null, answers: {}, ...fields }, '2026-03-12')
}

const answers = { matter: 'Verlängerung des Titels.', appliedOn: '2026-01-05', replyBy: '2026-04-01', theirReference: 'AB 12' }

async function release(name = TOWN): Promise<string> {
  const { id, version } = await createRelease(desk, caseId, { contactId: name === TOWN ? contactId : null, name, information: 'Stand des Antrags', purpose: 'Auskunft', until: '2999-12-31', mutual: true, language: null })
  await signRelease(desk, id, version, { on: '2026-03-01', way: 'paper', note: '' })
  return id
}

/** A letter that is finished and may go out. */
async function finished(fields: Partial<NewLetter> = {}): Promise<string> {
  await release()
  const { id, version } = await begin({ opening: await opened(), answers, ...fields })
  await setClientLetterStatus(desk, test.session.office, living, id, version, 'final')
  return id
}

function send(id: string, choice: Partial<Dispatch> = {}) {
  grants.allow('grant', path(), 'write')
  return dispatchLetter(clientShelf(desk, test.session.office), grants, { id, form: 'pdf', versionId: null, to: '', way: 'post', enter: true, grant: 'grant', ...choice }, [])
}

describe('a letter about a client', () => {
  it('begins with what the case knows, and says in words what is missing; the name only by the opened card', async () => {
    const without = await getClientLetter(desk, (await begin({ answers })).id)
    expect(without.letter).toMatchObject({ number: 'BS-2026-001', recipientName: TOWN, yourReference: 'AB 12', subject: 'Sachstand: [Bitte ergänzen: Person im Betreff]' })
    await expect(begin({ opening: 'erfunden' })).rejects.toMatchObject({ code: 'forbidden' })
    const { letter, row } = await getClientLetter(desk, (await begin({ opening: await opened(), answers })).id)
    expect(letter).toMatchObject({ number: 'BS-2026-002', subject: 'Sachstand: Thảo Ćwiklińska, geb. 12.03.1988' })
    expect(bodyText(letter.body)).toContain('hat am 05.01.2026 bei Ihnen einen Antrag gestellt: Verlängerung des Titels.')
    expect(row).toMatchObject({ follow_up_on: '2026-04-02', to_client: 0 })
    expect((await letterCase(desk, living, without)).gaps).toEqual(['Person im Betreff', 'Name der Person', 'Geburtsdatum'])
  })

  it('reckons with the deadline calculator from when on § 75 VwGO lets somebody sue', async () => {
    const { letter } = await getClientLetter(desk, (await begin({ starter: 'inaction', answers })).id)
    expect(bodyText(letter.body)).toContain('hier ab dem 06.04.2026.')
  })

  it('goes to the client at the own address, never tells a protected one to others', async () => {
    const opening = await opened({ addressProtected: true })
    const { letter } = await getClientLetter(desk, (await begin({ starter: 'appointment', recipient: { kind: 'client' }, opening })).id)
    expect(letter).toMatchObject({ salutation: 'Guten Tag Thảo Ćwiklińska,', addressLines: ['Thảo Ćwiklińska', 'c/o Nguyen', 'Am Markt 3', '03046 Cottbus'] })
    const other = await begin({ opening })
    expect((await factsOfLetter(desk, other.id, opening)).map(({ key }) => key)).not.toContain('anschrift')
  })

  it('is finished for others only by a release or a noted reason, and not with gaps', async () => {
    const gappy = await begin()
    await expect(setClientLetterStatus(desk, test.session.office, living, gappy.id, gappy.version, 'final')).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('fehlt noch') } })
    const { id, version } = await begin({ opening: await opened(), answers })
    await release('Jobcenter Nebelstadt')
    await expect(setClientLetterStatus(desk, test.session.office, living, id, version, 'final')).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('keine gültige Entbindung') } })
    const noted = await saveLetterDetails(desk, id, version, { reason: 'Die Person gibt das Schreiben selbst ab.' })
    await setClientLetterStatus(desk, test.session.office, living, id, noted.version, 'final')
    expect((await letterCase(desk, living, await getClientLetter(desk, id))).standing).toBe('reason')
  })

  it('keeps the release that it was finished by, and the text as a version with its hash', async () => {
    const releaseId = await release()
    const { id, version } = await begin({ opening: await opened(), answers })
    const final = await setClientLetterStatus(desk, test.session.office, living, id, version, 'final')
    expect((await getClientLetter(desk, id)).row.release_id).toBe(releaseId)
    await expect(removeRelease(desk, releaseId, 2)).rejects.toMatchObject({ code: 'invalid' })
    await expect(updateClientLetter(desk, id, final.version, { subject: 'x' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await clientVersions(desk, id)).toMatchObject([{ number: 1, kind: 'final' }])
    expect(await checkClientLetter(desk, id)).toMatchObject({ intact: true, unchanged: true })
  })

  it('stands among what rests on its release, and leaves no more once that is withdrawn', async () => {
    const releaseId = await release()
    const first = await begin({ opening: await opened(), answers })
    await setClientLetterStatus(desk, test.session.office, living, first.id, first.version, 'final')
    await send(first.id)
    const second = await begin({ opening: await opened(), answers })
    await setClientLetterStatus(desk, test.session.office, living, second.id, second.version, 'final')
    const { letters } = await consequencesOf(desk, living, releaseId)
    expect(letters).toMatchObject([{ id: second.id, number: 'BS-2026-002', recipientName: TOWN, sentOn: null }, { id: first.id, sentOn: expect.stringMatching(/^\d{4}-/u) }])
    await revokeRelease(desk, releaseId, 2, { on: isoDay(new Date()), note: '' })
    rmSync(path())
    await expect(send(second.id)).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('gilt nicht mehr') } })
    expect(existsSync(path())).toBe(false)
    await saveLetterDetails(desk, second.id, (await getClientLetter(desk, second.id)).letter.version, { reason: 'Die Person gibt das Schreiben selbst ab.' })
    expect(await send(second.id)).toMatchObject({ engine: 'own' })
  })

  it('leaves with its proof among the papers, a place in the course and a follow-up', async () => {
    const id = await finished()
    expect(await send(id)).toMatchObject({ engine: 'own', entry: 'BS-2026-001' })
    expect(readFileSync(path()).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await papersOfCase(desk, caseId)).toMatchObject([{ name: 'Versandt: Schreiben BS-2026-001', kind: 'pdf', note: expect.stringContaining('SHA-256') }])
    expect(await courseOfCase(desk, caseId)).toContainEqual(expect.objectContaining({ kind: 'letter', title: `Schreiben an ${TOWN} versandt` }))
    expect(await findDeadlinesOf(desk, { caseId, consultationId: null })).toMatchObject([{ title: 'Antwort auf die Anfrage nach dem Sachstand?', dueOn: '2026-04-02' }])
    // The office side counts on without a gap and has no line of it.
    expect(await findLetters(test.session.office, { query: '', status: null, sort: 'number', descending: true, offset: 0, limit: 10 })).toEqual({ letters: [], total: 0 })
    const { id: own } = await createLetter(test.session.office, null, '2026-03-12')
    expect((await test.session.office.database.read.selectFrom('letter').select('number').where('id', '=', own).executeTakeFirst())?.number).toBe('2026/0001')
  })

  it('takes no way that isn’t safe for the client, and writes nothing then', async () => {
    await saveSafety(desk, caseId, { ...noSafety, noLetters: true, noMessages: true })
    const id = await finished({ starter: 'appointment', recipient: { kind: 'client' }, answers: { appointment: 'Montag, 10 Uhr', place: 'Rathaus', bring: 'Ihren Ausweis' } })
    await expect(send(id)).rejects.toMatchObject({ code: 'invalid' })
    await expect(send(id, { form: 'eml', way: 'email' })).rejects.toMatchObject({ code: 'invalid' })
    expect(existsSync(path())).toBe(false)
    expect(await send(id, { way: 'hand' })).toMatchObject({ engine: 'own' })
  })

  it('is only looked at when its case is restricted', async () => {
    const id = await finished()
    await restrictCase(desk, caseId, { why: 'claims', note: 'strittig' })
    await expect(send(id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(begin()).rejects.toMatchObject({ code: 'forbidden' })
    expect((await getClientLetter(desk, id)).letter.number).toBe('BS-2026-001')
  })

  it('goes to the trash with its case and comes back with it; alone it takes its files along', async () => {
    const id = await finished()
    await send(id, { enter: true })
    const { version } = await getCase(desk, caseId)
    const deadlines = await findDeadlinesOf(desk, { caseId, consultationId: null })
    await removeCase(desk, caseId, version, deadlines.map((deadline) => deadline.id))
    expect((await getClientLetter(desk, id)).letter.trashed).toBe(true)
    await restore(test.session, 'counselling', { type: 'case', id: caseId })
    expect((await getClientLetter(desk, id)).letter.trashed).toBe(false)
    await removeClientLetter(desk, id, (await getClientLetter(desk, id)).letter.version)
    expect(await papersOfCase(desk, caseId)).toEqual([])
    await restore(test.session, 'counselling', { type: 'client-letter', id })
    expect(await papersOfCase(desk, caseId)).toHaveLength(1)
  })

  it('stands in the access export with its words', async () => {
    await finished()
    const texts = await collectTexts(desk, caseId)
    expect(texts.find(({ key }) => key.startsWith('client_letter:') && key.endsWith(':content'))?.text).toContain('Sehr geehrte Damen und Herren')
    expect(texts.filter(({ key }) => key.startsWith('client_letter')).map(({ label }) => label)).not.toContain('content')
  })

  it('fills the office’s own templates with what the case says', async () => {
    const { id } = await begin({ opening: await opened(), answers })
    const { letter } = await getClientLetter(desk, id)
    expect(letter.particulars).toMatchObject({ fall_aktenzeichen: 'B-2026-001', fall_person: 'Thảo Ćwiklińska', fall_geboren: 'geboren am 12.03.1988' })
  })
})

describe('„In Word bearbeiten“', () => {
  const shelf = () => clientShelf(desk, test.session.office)
  const copiesHere = (released: string[]): EditedCopies => {
    const copies = new EditedCopies()
    copies.alsoFor(({ counselling }) => counselling && clientCopies(counselling))
    copies.whenTaken((token) => released.push(token))
    return copies
  }
  async function edited(words: string): Promise<void> {
    const zip = await JSZip.loadAsync(readFileSync(path()))
    const document = await zip.file('word/document.xml')!.async('string')
    zip.file('word/document.xml', document.replace('</w:body>', `<w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body>`))
    writeFileSync(path(), await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
  }

  it('takes states back into counselling.db, has the copy wiped, and office.db hears nothing of it', async () => {
    const released: string[] = []
    const copies = copiesHere(released)
    const { id } = await begin()
    const token = randomUUID()
    grants.allow(token, path(), 'edit')
    await openLetterCopy(shelf(), grants, copies, id, { grant: token, fresh: true })
    await edited('Nebelkrähe')
    await copies.ending()
    expect(released).toEqual([token])
    expect((await editingOfLetter(shelf(), copies, id)).versions).toMatchObject([{ number: 1, kind: 'docx', note: '' }])
    expect(await papersOfCase(desk, caseId)).toEqual([])
    expect((await findClientLetters(desk, living, { caseId: null, query: 'nebelkrähe', open: false, limit: 10 })).letters).toMatchObject([{ id }])
    expect(await test.session.office.database.read.selectFrom('edited_copy').selectAll().execute()).toEqual([])
    expect(await test.session.office.database.read.selectFrom('document').selectAll().execute()).toEqual([])
  })

  it('waits after a crash until somebody with the key unlocks; an assistant takes nothing', async () => {
    const { id } = await begin()
    const token = randomUUID()
    grants.allow(token, path(), 'edit')
    await openLetterCopy(shelf(), grants, copiesHere([]), id, { grant: token, fresh: true })
    await edited('Nachher')
    const released: string[] = []
    const later = copiesHere(released)
    later.left(token, new EditedFile(path()))
    later.began(await test.reopen('assistenz'))
    await later.look()
    expect(released).toEqual([])
    later.began(await test.reopen('leitung'))
    await later.look()
    desk = test.session.counselling as CounsellingDesk
    expect(released).toEqual([token])
    expect((await editingOfLetter(shelf(), later, id)).versions).toHaveLength(1)
  })
})

it('is nothing for an assistant: no search, no history, no number, no page of the trash, no name of a file', async () => {
  const { id, version } = await begin({ opening: await opened(), answers })
  await updateClientLetter(desk, id, version, { body: bodyFromText('Mondscheinsonate'), subject: 'Sonnenfinsternis' })
  const process = new OfficeProcess({ stateChanged() {}, vaultChosen() {} })
  process.begin(await test.reopen('assistenz'))
  const api = createRouterClient(router, { context: { process, vault: new VaultService(process, async () => {}, () => {}) } })
  await expect(api.counselling.letterDesk.get({ id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(api.correspondence.get({ id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await api.correspondence.roundTrip.state({ target: { type: 'letter', id } })).versions).toEqual([])
  for (const query of ['Mondscheinsonate', 'Sonnenfinsternis', 'BS-2026', 'Ćwiklińska']) expect(await api.search.find({ query })).toEqual([])
  expect((await api.correspondence.list({})).total).toBe(0)
  expect(await api.records.trash()).toEqual([])
  expect(await api.records.history({ side: 'office', type: 'client-letter', id })).toEqual([])
})

it('reads as a letter in every starter, without braces and with its gaps in words', async () => {
  expect(startersAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
  for (const { code, to } of starters) {
    const { id } = await begin({ starter: code, recipient: to === 'client' ? { kind: 'client' } : { kind: 'contact', contactId } })
    const { bytes } = await letterFile(clientShelf(desk, test.session.office), id)
    const text = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')!.async('string')).replaceAll(/<[^>]+>/gu, '')
    expect(text, code).not.toMatch(/[{}]|undefined/u)
    expect(text, code).toContain('[Bitte ergänzen')
  }
  expect(findStarter('objection')).toMatchObject({ noEmail: true, hints: expect.arrayContaining([expect.stringContaining('E-Mail wahrt die Frist nicht')]) })
})
