import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyText } from '../../../../shared/correspondence/body.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { getLetter } from '../../correspondence/service.ts'
import { getRun } from '../../correspondence/serial/service.ts'
import { writeRun } from '../../correspondence/serial/write.ts'
import { destroyContacts } from '../../directory/privacy/destroy-service.ts'
import { propose } from '../../directory/privacy/review-service.ts'
import { organisation, person } from '../../directory/sample.fixture.ts'
import { createContact, removeContacts } from '../../directory/service.ts'
import { FileGrants } from '../../file-grants.ts'
import { enclosureSources } from '../../serial-enclosures.ts'
import type { OfficeDesk } from '../../session.ts'
import { tasksOfRecord } from '../../tasks/service.ts'
import { createEvent, getEvent, setPartners } from '../service.ts'
import { emptyEvent } from '../../../../shared/events/model.ts'
import { readEntries, takeEntries } from './entries/service.ts'
import { nextYear } from './follow.ts'
import { prepareLetter } from './letters/service.ts'
import { checkProgramme, saveProgramme } from './output/service.ts'
import { addPartners, findPartners, setPartnerStates } from './partners-service.ts'
import { filledForm, week } from './series.fixture.ts'
import { getSeries, updateSeries } from './service.ts'

let test: TestSession
let desk: OfficeDesk
let folder: string
beforeAll(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
  folder = mkdtempSync(join(tmpdir(), 'call-'))
})
afterAll(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const reach = () => ({ addresses: [{ id: uuidv7(), kind: 'office', street: 'Neumarkt 5', postalCode: '03046', place: 'Cottbus', preferred: true }] })
const mail = { channels: [{ id: uuidv7(), kind: 'email', value: 'chor@verein.example', label: '', preferred: true }] }
const states = async (seriesId: string) => Object.fromEntries((await findPartners(desk, seriesId)).map(({ name, state }) => [name, state]))

async function writeOut(id: string, target: string): Promise<string[]> {
  const grants = new FileGrants()
  grants.allow('g', target, 'folder')
  for await (const _step of writeRun(desk, grants, { id, grant: 'g', folderName: 'Ziel' }, undefined, [], enclosureSources)) {}
  return readdirSync(target).toSorted()
}

describe('the call of a series', () => {
  it('goes out with a form for each, is remembered, and reminds only those who have not answered', async () => {
    const { seriesId } = await week(desk, [])
    for (const contact of [organisation('Bücherei', reach()), organisation('Chor', mail), organisation('Dorfverein', reach())]) await addPartners(desk, seriesId, { contactIds: [(await createContact(desk, contact)).id], listId: null, name: '' })
    await addPartners(desk, seriesId, { contactIds: [], listId: null, name: 'Nur ein Name' })
    const partners = await findPartners(desk, seriesId)
    const call = await prepareLetter(desk, { seriesId, letter: 'call', partnerIds: partners.map(({ id }) => id), forms: ['xlsx', 'docx'] })
    expect(call.withoutContact).toEqual(['Nur ein Name'])
    const run = await getRun(desk, call.id)
    expect(run).toMatchObject({ state: 'prepared', enclosure: { label: 'Formular für Beiträge (Excel, Word)' } })
    expect(run.pattern).toMatchObject({ subject: 'Interkulturelle Woche 2027: Ihr Beitrag zum Programm' })
    expect(await states(seriesId)).toMatchObject({ Chor: 'noted' })
    const target = mkdtempSync(join(folder, 'aufruf-'))
    const files = await writeOut(call.id, target)
    const codes = Object.fromEntries(partners.map(({ name, code }) => [name, code]))
    // On paper the forms lie beside; in the mail they hang on it.
    expect(files).toEqual(expect.arrayContaining([`Formular ${codes.Bücherei}.docx`, `Formular ${codes.Bücherei}.xlsx`, `Formular ${codes.Dorfverein}.xlsx`, 'Serienbrief.docx']))
    expect(files.filter((name) => name.includes(codes.Chor ?? ''))).toEqual([])
    const eml = readFileSync(join(target, files.find((name) => name.endsWith('.eml')) ?? ''), 'utf8')
    expect(eml).toContain(`filename="Formular ${codes.Chor}.xlsx"`)
    expect(eml).toContain(`filename="Formular ${codes.Chor}.docx"`)
    const letter = (await getRun(desk, call.id)).recipients.find(({ name }) => name === 'Bücherei')
    expect(await getLetter(desk, letter?.letterId ?? '')).toMatchObject({ enclosures: ['Formular für Beiträge (Excel, Word)'] })
    expect(await states(seriesId)).toEqual({ Bücherei: 'invited', Chor: 'invited', Dorfverein: 'invited', 'Nur ein Name': 'noted' })

    await takeEntries(desk, { seriesId, land: 'BB', entries: (await readEntries([await filledForm(desk, seriesId, 'Chor', 'xlsx', [{ 'Titel der Veranstaltung': 'Konzert', Tag: '27.9.', Beginn: '19 Uhr' }])])).flatMap(({ entries }) => entries) })
    expect(await states(seriesId)).toMatchObject({ Chor: 'answered', Bücherei: 'invited' })
    const open = (await findPartners(desk, seriesId)).filter(({ state }) => state === 'invited')
    const reminder = await prepareLetter(desk, { seriesId, letter: 'reminder', partnerIds: open.map(({ id }) => id), forms: ['xlsx'] })
    await writeOut(reminder.id, mkdtempSync(join(folder, 'erinnerung-')))
    expect((await getRun(desk, reminder.id)).recipients.map(({ name }) => name)).toEqual(['Bücherei', 'Dorfverein'])
    expect(await states(seriesId)).toEqual({ Bücherei: 'reminded', Chor: 'answered', Dorfverein: 'reminded', 'Nur ein Name': 'noted' })

    // The letter of thanks says to each what was its own.
    const id = (await createEvent(desk, { fields: { ...emptyEvent, title: 'Lesenacht', seriesId, startsOn: '2027-09-28', visitors: 40, visitorsCounted: true }, checklistId: null, land: 'BB' })).id
    await setPartners(desk, id, 1, [{ id: uuidv7(), role: 'organiser', contactId: partners[0]?.contactId ?? '', name: 'Bücherei', note: '' }])
    const thanks = await prepareLetter(desk, { seriesId, letter: 'thanks', partnerIds: partners.slice(0, 3).map((partner) => partner.id), forms: [] })
    await writeOut(thanks.id, mkdtempSync(join(folder, 'dank-')))
    const said = new Map<string, string>()
    for (const { name, letterId } of (await getRun(desk, thanks.id)).recipients) said.set(name, bodyText((await getLetter(desk, letterId ?? '')).body))
    expect(said.get('Bücherei')).toContain('„Lesenacht“, 28.09.2027, 40 Gäste')
    expect(said.get('Chor')).toContain('„Konzert“, 27.09.2027, 19:00 Uhr')
    expect(said.get('Chor')).not.toContain('Lesenacht')
    expect(said.get('Dorfverein')).not.toContain('[Ihre Veranstaltungen]')
    expect(await states(seriesId)).toMatchObject({ Bücherei: 'reminded' })
  }, 60_000)

  it('has its deadlines as tasks that move with its days', async () => {
    const { seriesId } = await week(desk, [])
    const due = async () => Object.fromEntries((await tasksOfRecord(desk.database.read, { type: 'event-series', id: seriesId })).map(({ title, dueOn }) => [title.split(/[,:]/u)[0], dueOn]))
    expect(await due()).toMatchObject({ 'Partner erinnern': '2027-04-30', 'Antworten einlesen': '2027-05-14', Redaktionsschluss: '2027-07-16', 'Programmheft in den Druck': '2027-07-30' })
    const series = await getSeries(desk, seriesId)
    const moved = await updateSeries(desk, seriesId, series.version, { ...series, entriesUntil: '2027-05-28' }, 'BB')
    expect(await due()).toMatchObject({ 'Partner erinnern': '2027-05-14', 'Antworten einlesen': '2027-05-28', Redaktionsschluss: '2027-07-16' })
    await updateSeries(desk, seriesId, moved.version, { ...series, entriesUntil: '2027-05-28', startsOn: '2027-09-19', endsOn: '2027-09-26' }, 'BB')
    expect(await due()).toMatchObject({ 'Antworten einlesen': '2027-05-28', Redaktionsschluss: '2027-07-09' })
  })

  it('keeps the weekdays from year to year', () => {
    expect(['2026-09-27', '2027-09-26', '2028-09-24', '2024-02-29'].map(nextYear)).toEqual(['2027-09-26', '2028-09-24', '2029-09-23', '2025-02-27'])
  })
})

describe('what is published', () => {
  const save = async (seriesId: string, file: 'web-html' | 'web-csv' | 'text' | 'press-eml' | 'booklet-docx' | 'press-docx'): Promise<string> => {
    const grants = new FileGrants()
    const path = join(folder, `${file}-${uuidv7()}`)
    grants.allow('g', path, 'write')
    await saveProgramme(desk, grants, { seriesId, file, scope: 'all', paper: 'A5', picture: null, grant: 'g' }, null)
    const bytes = readFileSync(path)
    if (file === 'press-eml') return bytes.toString('utf8').split('\r\n\r\n').map((part) => Buffer.from(part, 'base64').toString('utf8')).join('\n')
    if (!file.endsWith('docx')) return bytes.toString('utf8')
    const { default: PizZip } = await import('pizzip')
    const zip = new PizZip(bytes)
    return Object.keys(zip.files).filter((name) => name.endsWith('.xml')).map((name) => zip.file(name)?.asText() ?? '').join('\n').replaceAll(/<[^>]+>/gu, '')
  }

  it('names nobody who has not agreed, and gives no address of who was not asked', async () => {
    const { seriesId } = await week(desk, [])
    const channel = (value: string) => ({ channels: [{ id: uuidv7(), kind: 'email', value, label: '', preferred: true }] })
    const make = async (contact: Parameters<typeof createContact>[1]) => (await createContact(desk, contact)).id
    const contacts = {
      yes: await make(organisation('Offenes Haus', { publication: 'allowed', ...channel('offen@haus.example') })), unasked: await make(organisation('Ungefragter Verein', channel('geheim@verein.example'))),
      no: await make(organisation('Verborgener Verein', { publication: 'refused', ...channel('nein@verein.example') })), person: await make(person('Privatmann', 'Paul', { publication: 'unknown', ...channel('paul@privat.example') })),
      speaker: await make(person('Sprecherin', 'Susi', { publication: 'allowed', ...channel('susi@privat.example') })), gone: await make(organisation('Weggelegter Verein', { publication: 'allowed' })),
      erased: await make(organisation('Vernichteter Verein', { publication: 'allowed' })),
    }
    const id = (await createEvent(desk, { fields: { ...emptyEvent, title: 'Gespräch', seriesId, startsOn: '2027-09-28', note: 'INTERN: Honorar 500', responsibleName: 'Mara Intern' }, checklistId: null, land: 'BB' })).id
    await setPartners(desk, id, 1, [
      ...Object.entries(contacts).map(([key, contactId]) => ({ id: uuidv7(), role: key === 'speaker' || key === 'person' ? 'speaker' : 'organiser', contactId, name: `Name ${key}`, note: `NOTIZ ${key}` })),
      { id: uuidv7(), role: 'authority', contactId: null, name: 'Polizeirevier', note: '' },
    ])
    await removeContacts(desk, [contacts.gone])
    await propose(desk, [contacts.erased], 'expired', '')
    await destroyContacts(desk, { ids: [contacts.erased], retained: 'keep', others: 'keep' } as never)
    expect((await getEvent(desk, id)).partners.map(({ name }) => name)).toContain('Gelöschter Kontakt')
    const files = await Promise.all((['web-html', 'web-csv', 'text', 'press-eml', 'booklet-docx', 'press-docx'] as const).map((file) => save(seriesId, file)))
    for (const text of files) {
      for (const named of ['Gespräch', 'Offenes Haus', 'Ungefragter Verein']) expect(text).toContain(named)
      for (const hidden of ['Verborgener', 'Privatmann', 'Weggelegter', 'Vernichteter', 'Gelöschter Kontakt', 'Name ', 'NOTIZ', 'INTERN', 'Mara Intern', 'Polizeirevier', 'geheim@', 'nein@', 'paul@', 'susi@']) expect(text, hidden).not.toContain(hidden)
    }
    // The index of organisers in the booklet says how to reach who agreed.
    expect(files[4]).toContain('offen@haus.example')
    const { unnamed } = await checkProgramme(desk, seriesId, 'all')
    expect(unnamed.map(({ name, reason }) => `${name}: ${reason}`).toSorted()).toEqual(['Name gone: Kontakt ist gelöscht', 'Name no: Veröffentlichung nicht erlaubt', 'Name person: Veröffentlichung nicht geklärt'])
  })

  it('leaves nothing of a destroyed partner in its entries', async () => {
    const { seriesId, contacts: [contact = ''] } = await week(desk, ['Zu Löschen'])
    await takeEntries(desk, { seriesId, land: 'BB', entries: (await readEntries([await filledForm(desk, seriesId, 'Zu Löschen', 'xlsx', [{ 'Titel der Veranstaltung': 'Konzert', Tag: '27.9.', 'Kontakt für Gäste': 'Kim Kontakt 0355', 'Mitteilung an das Büro': 'Rückruf Kim' }])])).flatMap(({ entries }) => entries) })
    const [partner] = await findPartners(desk, seriesId)
    await setPartnerStates(desk, seriesId, [partner?.id ?? ''], 'declined')
    await propose(desk, [contact], 'expired', '')
    await destroyContacts(desk, { ids: [contact], retained: 'keep', others: 'keep' } as never)
    expect((await findPartners(desk, seriesId))[0]).toMatchObject({ name: 'Gelöschter Kontakt', contactId: null })
    const rows = JSON.stringify(['event_entry', 'event_series_partner', 'change_entry', 'search_document'].map((table) => desk.database.connections.reader.all(`SELECT * FROM ${table}`, [])))
    for (const word of ['Kim Kontakt', 'Rückruf Kim', 'Zu Löschen']) expect(rows).not.toContain(word)
  })
})
