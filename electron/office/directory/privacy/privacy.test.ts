import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { emptyEvent } from '../../../../shared/events/model.ts'
import type { DestructionInput, ReviewGroup } from '../../../../shared/directory/privacy/model.ts'
import { accessSources } from '../../contact-access.ts'
import { papersOf } from '../../correspondence/register/documents-service.ts'
import { receive } from '../../correspondence/register/receiving.ts'
import { createLetter, getLetter, lettersTo, setLetterStatus, updateLetter } from '../../correspondence/service.ts'
import { sampleRequest } from '../../correspondence/statements/sample-request.fixture.ts'
import { createStatement, getStatement, setContributors } from '../../correspondence/statements/service.ts'
import { eventHistory } from '../../events/contact-history.ts'
import { moneyPart } from '../../events/money/service.ts'
import { savePart } from '../../events/parts.ts'
import { createEvent, getEvent, setPartners } from '../../events/service.ts'
import { shiftsPart } from '../../events/shifts/service.ts'
import { plainPages } from '../../database/plain-pages.fixture.ts'
import { FileGrants } from '../../file-grants.ts'
import { readTrash, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import { contactHistory } from '../dealings/history-service.ts'
import { saveEncounter, savePurpose } from '../dealings/service.ts'
import { organisation, person } from '../sample.fixture.ts'
import { createContact, getContact, markChecked, saveRole } from '../service.ts'
import { withheldReasons } from '../output/withheld.ts'
import { planDestruction } from './destroy-plan.ts'
import { destroyContacts, listDestructions } from './destroy-service.ts'
import { readPrivacyOffice } from './office-repository.ts'
import { savePrivacyOffice } from './office-service.ts'
import { gapsOf, saveAccess, saveInformation } from './papers-service.ts'
import { assignPurpose, findReview, getPrivacy, postpone, propose, restrict, withdraw } from './review-service.ts'

let test: TestSession
const desk = () => test.session.office
const add = async (contact: Parameters<typeof createContact>[1]) => (await createContact(desk(), contact)).id
const names = async (group: ReviewGroup) => (await findReview(desk(), { group, offset: 0, limit: 50 })).items.map(({ name }) => name)
const destroy = (ids: string[], more: Partial<DestructionInput> = {}) => destroyContacts(desk(), { ids, retained: 'neutral', others: 'destroy', ...more })
const purpose = (contactId: string, more: object = {}) => savePurpose(desk(), {
  id: randomUUID(), contactId, purpose: 'cooperation', legalBasis: 'public-task', consentOn: null, consentUntil: null, revokedOn: null, evidence: '', reviewOn: null, ...more,
})
/** Lets a contact be as old as that day. */
const age = (id: string, day: string) => desk().database.writeUnlogged((database) => database.updateTable('contact').set({ created_at: `${day}T00:00:00Z` }).where('id', '=', id).execute())
const file = async (write: (grants: FileGrants, grant: string) => Promise<void>) => {
  const grants = new FileGrants()
  const path = join(test.vault.folder, 'out')
  grants.allow('g', path, 'write')
  await write(grants, 'g')
  return readFileSync(path)
}
const docxText = async (bytes: Buffer) => {
  const xml = await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string') ?? ''
  return xml.replaceAll(/<w:br\/>/g, ' ').replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '').replaceAll('&quot;', '"')
}

beforeEach(async () => {
  test = await openTestSession()
})
afterEach(() => test.dispose())

describe('the list of contacts to be looked at', () => {
  it('names each rule a contact meets, and leaves off what was decided', async () => {
    const none = await add(person('Ohne', 'Zweck'))
    const fine = await add(person('Gut', 'Gerda'))
    const ended = await add(person('Erloschen', 'Emil'))
    const due = await add(person('Fällig', 'Frieda'))
    await purpose(fine)
    await purpose(ended, { legalBasis: 'consent', consentOn: '2020-01-01', consentUntil: '2021-01-01' })
    await purpose(due, { reviewOn: '2024-01-01' })
    expect(await names('no-purpose')).toEqual(['Ohne, Zweck'])
    expect(await names('consent-ended')).toEqual(['Erloschen, Emil'])
    expect(await names('review-due')).toEqual(['Fällig, Frieda'])
    expect((await findReview(desk(), { group: 'all', offset: 0, limit: 50 })).counts).toMatchObject({ all: 3, 'no-purpose': 1, 'consent-ended': 1, 'review-due': 1, unused: 0 })

    const assigned = await assignPurpose(desk(), [none], { purpose: 'press', legalBasis: 'public-task', consentOn: null, consentUntil: null, reviewOn: null, evidence: '' })
    await postpone(desk(), [due], '2999-01-01', 'Vertrag läuft weiter')
    await expect(postpone(desk(), [due], '2001-01-01', 'zu spät')).rejects.toMatchObject({ code: 'invalid' })
    await propose(desk(), [ended], 'consent-revoked', '')
    expect(await names('all')).toEqual(['Erloschen, Emil'])
    expect(await names('proposed')).toEqual(['Erloschen, Emil'])
    await withdraw(desk(), [ended])
    expect(await names('proposed')).toEqual([])
    await undo(test.session, 'office', assigned.change ?? '')
    expect(await names('no-purpose')).toEqual(['Ohne, Zweck'])
  })

  it('counts a contact as unused only when nothing at all happened for three years', async () => {
    const make = async (name: string) => {
      const id = await add(person(name, 'X'))
      await purpose(id)
      await age(id, '2015-01-01')
      return id
    }
    const [, checked, written, met, employed, young] = [await make('Unbenutzt'), await make('Geprüft'), await make('Brief'), await make('Gespräch'), await make('Funktion'), await make('Jung')]
    await markChecked(desk(), [checked ?? ''], '2999-01-01')
    await createLetter(desk(), written ?? '', '2999-01-01')
    await saveEncounter(desk(), { id: 'e', contactId: met ?? '', day: '2999-01-01', kind: 'call', text: 'Rückruf' })
    const organisationId = await make('Verein')
    await desk().database.writeUnlogged((database) => database.updateTable('contact').set({ kind: 'organisation', name: 'Verein' }).where('id', '=', organisationId).execute())
    await saveRole(desk(), { id: 'r', personId: employed ?? '', organisationId, title: '', from: null, to: null, engagement: 'unknown' })
    await age(young ?? '', '2999-01-01')
    expect(await names('unused')).toEqual(['Unbenutzt, X'])
  })

  it('keeps a restricted contact out of everything that is given out, until it is lifted', async () => {
    const id = await add(person('Strittig', 'Sara'))
    await purpose(id, { purpose: 'newsletter' })
    expect((await withheldReasons(desk().database.read, [id], 'newsletter')).size).toBe(0)
    await restrict(desk(), id, 'Richtigkeit bestritten')
    expect((await withheldReasons(desk().database.read, [id], 'newsletter')).get(id)).toMatchObject({ mayDecide: false })
    expect(await getPrivacy(desk(), id)).toMatchObject({ restrictedReason: 'Richtigkeit bestritten' })
    await restrict(desk(), id, null)
    expect((await withheldReasons(desk().database.read, [id], '')).size).toBe(0)
    await expect(restrict(desk(), 'nobody', 'Grund')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('destruction', () => {
  const marker = 'Quappenschlagbaum'
  const traces = [marker, marker.toLowerCase(), marker.slice(6).toLowerCase(), 'quappe@example.org']
  const found = () => traces.filter((trace) => plainPages(join(test.vault.folder, 'office.db'), test.vault.officeKey).includes(trace))

  it('takes a contact, its letters, dealings and history out of every byte of the file, and undo brings nothing back', async () => {
    const other = await add(organisation('Verein, der bleibt'))
    const { id, change } = await createContact(desk(), person(marker, 'Quirin', {
      note: `${marker} kommt dienstags`, channels: [{ id: 'ch', kind: 'email', value: 'quappe@example.org' }],
    }))
    await saveRole(desk(), { id: 'r', personId: id, organisationId: other, title: 'Vorstand', from: null, to: null, engagement: 'unknown' })
    await saveEncounter(desk(), { id: 'e', contactId: id, day: '2025-01-01', kind: 'call', text: `${marker} rief an` })
    await purpose(id, { evidence: `Bogen ${marker}` })
    const draft = await createLetter(desk(), id)
    const final = await createLetter(desk(), id, '2026-02-01')
    await setLetterStatus(desk(), final.id, final.version, 'final')
    const old = await createLetter(desk(), id, '2001-02-01')
    await setLetterStatus(desk(), old.id, old.version, 'final')
    await desk().database.writeUnlogged((database) => database.insertInto('draft').values({ person_id: 'p', form: 'role', value: `{"of":"${id}","text":"${marker}"}`, updated_at: 't' }).execute())
    await desk().database.writeUnlogged((database) => database.insertInto('preference').values({ person_id: 'p', key: 'recent', value: `["${id}"]` }).execute())
    mkdirSync(join(test.vault.folder, 'backups'), { recursive: true })
    writeFileSync(join(test.vault.folder, 'backups', 'office-vor-umstellung-60-110.db'), 'x')
    expect(found()).toEqual(traces)

    await expect(destroy([id])).rejects.toMatchObject({ code: 'invalid' })
    await propose(desk(), [id], 'not-needed', 'verzogen')
    const plan = await planDestruction(desk(), test.vault.folder, [id])
    expect(plan.contacts).toMatchObject([{ name: `Quirin ${marker}`, roles: 1, encounters: 1, proposal: { reason: 'not-needed', by: 'Testleitung' } }])
    expect(plan.letters.map(({ status, keptUntil }) => [status, keptUntil])).toEqual([['draft', null], ['final', '2036-12-31'], ['final', '2011-12-31']])
    expect(plan.backups.map(({ name }) => name)).toEqual(['office-vor-umstellung-60-110.db'])

    expect(await destroy([id])).toEqual({ contacts: 1, letters: 2 })
    expect(found()).toEqual([])
    await expect(getContact(desk(), id)).rejects.toMatchObject({ code: 'not-found' })
    for (const letter of [draft.id, old.id]) await expect(getLetter(desk(), letter)).rejects.toMatchObject({ code: 'not-found' })
    expect(await getLetter(desk(), final.id)).toMatchObject({ recipientId: null, recipientName: 'Gelöschter Kontakt', salutation: 'Sehr geehrte Damen und Herren,', status: 'final' })
    await expect(undo(test.session, 'office', change ?? '')).rejects.toMatchObject({ code: 'not-found' })
    expect(await find(test.session, marker, 20)).toEqual([])
    expect(await readTrash(test.session)).toEqual([])
    const record = await listDestructions(desk())
    expect(record.map(({ recordType, reason, personName, proposedBy }) => [recordType, reason, personName, proposedBy])).toContainEqual(['contact', 'not-needed', 'Testleitung', 'Testleitung'])
    expect(JSON.stringify(record)).not.toContain(marker)
    // Nothing but the record of destructions, the log and what leads nowhere knows the id any more.
    expect((await tablesWith(id)).sort()).toEqual(['audit_entry', 'destruction'])
    await test.reopen()
    expect(found()).toEqual([])
  })

  it('takes its name out of the register, of statements and of kept versions, with the papers that show it', async () => {
    const id = await add(person(marker, 'Quirin'))
    const mail = await receive(desk(), 'Anfrage.eml', Buffer.from(`From: ${marker} <quappe@example.org>\r\nSubject: Bitte\r\n\r\nIch bin ${marker}.`))
    const asked = await createStatement(desk(), {
      fields: { ...sampleRequest, requesterId: id, requesterName: `Quirin ${marker}` }, land: 'SN', shorten: false, files: [mail.token], begin: true,
    }, '2999-01-10')
    const { version } = await getStatement(desk(), asked.id)
    await setContributors(desk(), asked.id, version, [{ id: 'share', role: 'cosign', personId: null, contactId: id, name: `Quirin ${marker}`, requestedOn: null, dueOn: null, repliedOn: null, reply: '', remark: '', remindedOn: null, contribution: '' }])
    expect(found().length).toBeGreaterThan(1)
    await propose(desk(), [id], 'not-needed', '')
    await destroy([id])
    expect(found()).toEqual([])
    const statement = await getStatement(desk(), asked.id)
    expect([statement.requesterName, ...statement.contributors.map(({ name }) => name)]).toEqual(['Gelöschter Kontakt', 'Gelöschter Kontakt'])
    expect(await papersOf(desk(), { type: 'statement', id: asked.id })).toEqual([])
  })

  it('takes its name and what was agreed out of events it made, which stay', async () => {
    const id = await add(person(marker, 'Quirin'))
    const event = await createEvent(desk(), { fields: { ...emptyEvent, title: 'Lindenfest', startsOn: '2026-06-13' }, checklistId: null, land: 'SN' })
    await setPartners(desk(), event.id, event.version, [{ id: 'part', role: 'speaker', contactId: id, name: `Quirin ${marker}`, note: `Honorar an ${marker}` }])
    expect(await contactHistory(desk(), id, [eventHistory])).toMatchObject([{ day: '2026-06-13', title: 'Lindenfest', record: { type: 'event', id: event.id } }])
    const helper = { id: 'helper', contactId: id, name: `Quirin ${marker}` }
    const shifts = [{ id: 'shift', task: 'Einlass', place: '', day: 0, startsAt: null, endsAt: null, needed: 1, note: '', people: [helper] }]
    await savePart(desk(), shiftsPart, event.id, (await getEvent(desk(), event.id)).version, { shifts })
    // Somebody who was taken out again stands in the history alone.
    await savePart(desk(), shiftsPart, event.id, (await getEvent(desk(), event.id)).version, { shifts: [{ ...shifts[0]!, people: [{ ...helper, id: 'second' }] }] })
    const receipt = { direction: 'expense' as const, number: null, contactId: id, party: `Quirin ${marker}`, purpose: marker, amountCents: 100, lineId: null, sourceId: null }
    await savePart(desk(), moneyPart, event.id, (await getEvent(desk(), event.id)).version, { sources: [], lines: [], receipts: [{ ...receipt, id: 'old', on: '2010-01-01', paidOn: '2010-01-02' }] })
    await propose(desk(), [id], 'not-needed', '')
    await destroy([id])
    expect(found()).toEqual([])
    expect(await shiftsPart.read(desk().database.read, event.id)).toMatchObject({ shifts: [{ task: 'Einlass', people: [{ contactId: null, name: 'Gelöschter Kontakt' }] }] })
    expect((await moneyPart.read(desk().database.read, event.id)).receipts).toMatchObject([{ contactId: null, party: 'Gelöschter Kontakt', purpose: '', amountCents: 100 }])
    expect((await getEvent(desk(), event.id)).partners).toEqual([{ id: 'part', role: 'speaker', contactId: null, name: 'Gelöschter Kontakt', note: '' }])
  })

  it('leaves the payee on receipts that have to be kept, in words and without a link', async () => {
    const id = await add(person('Quittung', 'Quirin'))
    const event = await createEvent(desk(), { fields: { ...emptyEvent, title: 'Lindenfest', startsOn: '2026-06-13' }, checklistId: null, land: 'SN' })
    const day = new Date().toISOString().slice(0, 10)
    await savePart(desk(), moneyPart, event.id, event.version, {
      sources: [], lines: [], receipts: [{ id: 'new', direction: 'expense', number: 1, on: day, paidOn: day, contactId: id, party: 'Quittung, Quirin', purpose: 'Lesung', amountCents: 100, lineId: null, sourceId: null }],
    })
    await propose(desk(), [id], 'not-needed', '')
    await destroy([id])
    expect((await moneyPart.read(desk().database.read, event.id)).receipts).toMatchObject([{ contactId: null, party: 'Quittung, Quirin', purpose: 'Lesung' }])
  })

  it('leaves to others a role in an organisation that is gone, and to its branches nothing above them', async () => {
    const parent = await add(organisation(marker))
    const child = await add(organisation('Zweigstelle', { parentId: parent }))
    const member = await add(person('Bleibt', 'Bea'))
    await saveRole(desk(), { id: 'r', personId: member, organisationId: parent, title: 'Beisitz', from: '2020-01-01', to: null, engagement: 'voluntary' })
    await propose(desk(), [parent], 'mistake', '')
    await destroy([parent])
    expect((await getContact(desk(), member)).roles).toMatchObject([{ organisationName: 'Gelöschter Kontakt', title: 'Beisitz' }])
    expect(await getContact(desk(), child)).toMatchObject({ name: 'Zweigstelle' })
    expect(found()).toEqual([])
  })

  it('keeps a letter within its retention as it was when that is chosen, and never destroys it', async () => {
    const id = await add(person(marker, 'Quirin'))
    const letter = await createLetter(desk(), id)
    await updateLetter(desk(), letter.id, letter.version, { subject: 'Bescheid' })
    const { version } = await getLetter(desk(), letter.id)
    await setLetterStatus(desk(), letter.id, version, 'final')
    await propose(desk(), [id], 'not-needed', '')
    expect(await destroy([id], { retained: 'keep' })).toEqual({ contacts: 1, letters: 0 })
    expect(await getLetter(desk(), letter.id)).toMatchObject({ subject: 'Bescheid', recipientName: `Quirin ${marker}` })
    expect(await lettersTo(desk(), [id])).toHaveLength(1)
  })

  it('is refused to Assistenz, who may propose it', async () => {
    const id = await add(person(marker, 'Quirin'))
    await test.reopen('assistenz')
    await propose(desk(), [id], 'not-needed', '')
    await expect(destroy([id])).rejects.toMatchObject({ code: 'forbidden' })
    expect(await getContact(desk(), id)).toMatchObject({ familyName: marker })
    expect(await listDestructions(desk())).toEqual([])
    await test.reopen('vertretung')
    expect(await destroy([id])).toEqual({ contacts: 1, letters: 0 })
    expect(await listDestructions(desk())).toMatchObject([{ personName: 'Test vertretung', proposedBy: 'Test assistenz' }])
  })

  async function tablesWith(text: string): Promise<string[]> {
    const { writer } = desk().database.connections
    const tables = writer.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").map(({ name }) => String(name))
    return tables.filter((table) => JSON.stringify(writer.all(`SELECT * FROM "${table}"`)).includes(text))
  }
})

describe('papers', () => {
  it('makes an information sheet from what was entered, and marks what is missing', async () => {
    const id = await add(person('Muster', 'Mia', { channels: [{ id: 'c', kind: 'phone', value: '0355 1' }] }))
    await purpose(id, { purpose: 'newsletter', legalBasis: 'consent', consentOn: '2026-01-01', consentUntil: '2027-01-01' })
    await purpose(id, { purpose: 'cooperation' })
    expect(await gapsOf(desk(), id)).toContain('Kontaktdaten der oder des Datenschutzbeauftragten')
    const sheet = (source: string | null) => file((grants, grant) => saveInformation(desk(), grants, { id, source, grant })).then(docxText)
    expect(await sheet(null)).toMatch(/Art\. 13 [^]*\[Bitte ergänzen: Kontaktdaten der oder des Datenschutzbeauftragten\]/)
    const { version } = await readPrivacyOffice(desk().database.read)
    await savePrivacyOffice(desk(), version, {
      representative: 'Oberbürgermeisterin', officerName: 'Dana Schutz', officerContact: 'dsb@example.org', land: 'BB', recipients: 'Niemand außerhalb des Büros', storage: 'drei Jahre', obligation: 'freiwillig',
    })
    const text = await sheet('Teilnahmeliste des Netzwerks')
    for (const wanted of ['Art. 14', 'Dana Schutz dsb@example.org', 'Newsletter und Rundschreiben', '§ 5 BbgDSG', '01.01.2027', 'Teilnahmeliste des Netzwerks', 'Recht auf Akteneinsicht Brandenburg', 'Erreichbarkeit: Telefon', 'Widerruf einer Einwilligung', 'Art. 20']) {
      expect(text).toContain(wanted)
    }
    expect(text).not.toContain('[Bitte ergänzen: Kontaktdaten')
  })

  it('gives out all that the office holds without the data of others, and says what it left out', async () => {
    const house = await add(organisation('Haus der Vielfalt'))
    await add(person('Nachbar', 'Nora'))
    await add(person('Öztürk', 'Ali'))
    const id = await add(person('Frage', 'Frieda', { note: 'Kommt immer mit Nora Nachbar. Ali Öztürks Schwester.\nHaus am Nachbarweg.' }))
    await saveRole(desk(), { id: 'r', personId: id, organisationId: house, title: 'Kassenwartin', from: '2020-01-01', to: null, engagement: 'voluntary' })
    await saveEncounter(desk(), { id: 'e', contactId: id, day: '2025-05-05', kind: 'call', text: 'Frau Nachbar hat vermittelt.' })
    const letter = await createLetter(desk(), id)
    await updateLetter(desk(), letter.id, letter.version, { subject: 'Einladung' })

    const json = JSON.parse((await file((grants, grant) => saveAccess(desk(), grants, { id, format: 'json', grant }, accessSources))).toString('utf8'))
    expect(json).toMatchObject({
      format: 'integrationsbuero-auskunft', contact: { familyName: 'Frage', roles: [{ organisationName: 'Haus der Vielfalt', title: 'Kassenwartin' }] },
      letters: [{ subject: 'Einladung' }], encounters: [{ text: '█████ hat vermittelt.'.replace('█████', 'Frau █████') }],
    })
    expect(json.contact.note).toBe('Kommt immer mit █████. █████ Schwester.\nHaus am Nachbarweg.')
    expect(json.leftOut).toContainEqual({ where: 'Notiz', what: '2 Namen geschwärzt', why: 'Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)' })
    expect(json.separateHoldings).toContain('getrennt')
    const text = await docxText(await file((grants, grant) => saveAccess(desk(), grants, { id, format: 'docx', grant }, accessSources)))
    for (const wanted of ['Frage', 'Kassenwartin, Haus der Vielfalt, seit 01.01.2020', 'Einladung', 'Funktion eingetragen: einmal', 'Notiz: 2 Namen geschwärzt', 'getrennt und verschlossen']) expect(text).toContain(wanted)
    expect(text).not.toContain('Nora')

    // An organisation's own export doesn't hand out its people.
    const other = (await file((grants, grant) => saveAccess(desk(), grants, { id: house, format: 'json', grant }, accessSources))).toString('utf8')
    expect(other).toContain('1 Person mit ihrer Funktion')
    expect(other).not.toContain('Frieda')
  })
})
