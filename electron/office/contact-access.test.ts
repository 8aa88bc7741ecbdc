import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../tests/support/session.ts'
import { emptyEvent } from '../../shared/events/model.ts'
import { emptyTask } from '../../shared/tasks/model.ts'
import { accessSources } from './contact-access.ts'
import type { AccessSection } from './contact-access-source.ts'
import { createMaterial, getMaterial, moveCopies } from './correspondence/material/service.ts'
import { createClipping } from './correspondence/press/clippings-service.ts'
import { createRelease, getRelease, setQuotes } from './correspondence/press/releases-service.ts'
import { createEntry } from './correspondence/register/entries-service.ts'
import { receive } from './correspondence/register/receiving.ts'
import { sampleRequest } from './correspondence/statements/sample-request.fixture.ts'
import { createStatement } from './correspondence/statements/service.ts'
import { linkColumns } from './directory/duplicates/links.ts'
import { saveMediaDetails } from './directory/media/service.ts'
import { saveAccess } from './directory/privacy/papers-service.ts'
import { person } from './directory/sample.fixture.ts'
import { createContact } from './directory/service.ts'
import { moneyPart } from './events/money/service.ts'
import { savePart } from './events/parts.ts'
import { createEvent, getEvent, setPartners } from './events/service.ts'
import { shiftsPart } from './events/shifts/service.ts'
import { FileGrants } from './file-grants.ts'
import { createTask } from './tasks/service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office

/** What the directory puts into the export itself, or has a reason to leave out. */
const ofTheDirectory: Record<string, string> = {
  'letter.recipient_id': 'letters', 'letter_recipient.contact_id': 'letters', 'distribution_member.contact_id': 'lists', 'distribution_member.person_id': 'lists',
  'contact_role.contact_id': 'roles', 'contact_purpose.contact_id': 'purposes', 'contact_agreement.contact_id': 'agreements', 'contact_encounter.contact_id': 'encounters',
  'contact_origin.contact_id': 'origins', 'contact_privacy.contact_id': 'privacy',
  'contact_role.organisation_id': 'data of the people there; their number is said', 'contact.parent_id': 'data of the organisations below',
}

it('asks every column that names a contact: a new one joins by a source or has a reason', () => {
  const asked = new Set([...accessSources.flatMap(({ columns }) => columns), ...Object.keys(ofTheDirectory)])
  const links = linkColumns(desk().database).map(({ table, column }) => `${table}.${column}`)
  expect(links.filter((column) => !asked.has(column))).toEqual([])
  expect([...asked].filter((column) => !links.includes(column))).toEqual([])
})

it('gives a contact what mail, statements, press, material, tasks and events keep of it, and blackens others', async () => {
  await createContact(desk(), person('Nachbar', 'Nora'))
  const { id } = await createContact(desk(), person('Frage', 'Frieda'))
  await saveMediaDetails(desk(), id, { kind: 'daily', area: 'Stadt und Land', deadline: 'dienstags 12 Uhr', topics: ['Kultur'], note: 'Nur mit Nora Nachbar absprechen' })
  const paper = await receive(desk(), 'Foto.png', Buffer.from('89504e470d0a1a0a', 'hex'))
  await createEntry(desk(), {
    fields: {
      direction: 'in', on: '2026-11-02', kind: 'letter', way: 'email', contactId: id, correspondent: 'Frieda Frage', subject: 'Bitte um Unterlagen', reference: 'FF-1', followUpOn: null,
      assigneeId: null, assigneeName: '', note: 'Ruft zurück',
    },
    files: [paper.token], letterId: null,
  })
  await createStatement(desk(), { fields: { ...sampleRequest, subject: 'Bebauungsplan', requesterId: id, requesterName: 'Frieda Frage' }, land: 'SN', shorten: false, files: [], begin: false }, '2026-11-03')
  const release = await createRelease(desk(), { title: 'Woche beginnt', topic: 'culture', embargoAt: null }, '2026-11-04')
  await setQuotes(desk(), release.id, (await getRelease(desk(), release.id)).version, [
    { id: 'q', contactId: id, name: 'Frieda Frage', role: 'Beirat', text: 'Alle sind eingeladen.', askedOn: '2026-11-05', grantedOn: null, refusedOn: null },
  ])
  await createClipping(desk(), { files: [], fields: {
    on: '2026-11-06', mediumId: null, mediumName: 'Anzeiger', title: 'Woche eröffnet', authorId: id, authorName: 'Frieda Frage', topic: '', tone: 'critical', place: 'S. 3', link: '',
    summary: 'Lobt Frau Nachbar.', releaseId: null, followUpOn: null,
  } })
  const material = await createMaterial(desk(), {
    fields: { title: 'Wegweiser', kind: 'guide', topic: '', publisherId: null, publisherName: '', source: '', note: '' },
    edition: { languages: ['ar'], edition: '1', issuedOn: null, format: '', shelf: '', minStock: 0, reviewOn: null, note: '' }, amount: 50,
  })
  const [edition] = (await getMaterial(desk(), material.id)).editions
  await moveCopies(desk(), material.id, { editionId: edition?.id ?? '', kind: 'out', amount: 12, on: '2026-11-07', contactId: id, party: 'Frieda Frage', note: '' }, false)
  await createTask(desk(), { ...emptyTask, title: 'Zurückrufen', record: { type: 'contact', id } }, 'SN')
  const event = await createEvent(desk(), { fields: { ...emptyEvent, title: 'Lindenfest', startsOn: '2026-06-13' }, checklistId: null, land: 'SN' })
  await setPartners(desk(), event.id, event.version, [{ id: 'part', role: 'speaker', contactId: id, name: 'Frieda Frage', note: 'Honorar 200 Euro' }])

  await savePart(desk(), shiftsPart, event.id, (await getEvent(desk(), event.id)).version, {
    shifts: [{ id: 's', task: 'Einlass', place: 'Foyer', day: 0, startsAt: '13:00', endsAt: '16:00', needed: 1, note: '', people: [{ id: 'h', contactId: id, name: 'Frieda Frage' }] }],
  })
  await savePart(desk(), moneyPart, event.id, (await getEvent(desk(), event.id)).version, {
    sources: [], lines: [], receipts: [{ id: 'r', direction: 'expense', number: 3, on: '2026-06-14', paidOn: null, contactId: id, party: 'Frieda Frage', purpose: 'Honorar', amountCents: 20_000, lineId: null, sourceId: null }],
  })

  const grants = new FileGrants()
  const path = join(test.vault.folder, 'auskunft')
  grants.allow('g', path, 'write')
  await saveAccess(desk(), grants, { id, format: 'json', grant: 'g' }, accessSources)
  const { sections, leftOut } = JSON.parse(readFileSync(path, 'utf8')) as { sections: AccessSection[]; leftOut: { where: string }[] }
  const said = Object.fromEntries(sections.map(({ heading, entries }) => [heading, entries.map(({ day, title, details }) => [day, title, ...details.map((detail) => detail.join(': '))].filter(Boolean).join(' | '))]))
  expect(said).toMatchObject({
    'Posteingang und Postausgang': [expect.stringMatching(/^2026-11-02 .*Bitte um Unterlagen.*Zeichen: FF-1 \| Vermerk: Ruft zurück \| Unterlagen: Foto/u), expect.stringContaining('Bebauungsplan')],
    'Stellungnahmen, um die Sie gebeten haben': [expect.stringContaining('Bebauungsplan')],
    'Angaben als Medium': [expect.stringContaining('Redaktionsschluss: dienstags 12 Uhr | Themen: Kultur | Notiz: Nur mit █████ absprechen')],
    'Zitate in Pressemitteilungen': [expect.stringContaining('Zitat: Alle sind eingeladen. | angefragt am: 05.11.2026')],
    Presseberichte: [expect.stringContaining('Zusammenfassung: Lobt Frau █████.')],
    Infomaterial: ['2026-11-07 | Wegweiser | Ausgabe: 12 Stück'],
    'Aufgaben, die Sie betreffen': [expect.stringContaining('Zurückrufen | Stand: offen')],
    'Mithilfe bei Veranstaltungen': ['2026-06-13 | Lindenfest | Aufgabe: Einlass | Ort: Foyer | Zeit: 13:00 bis 16:00'],
    'Belege von Veranstaltungen': ['2026-06-14 | Lindenfest | Art: Zahlung an Sie | Nummer: 3 | Zweck: Honorar | Betrag: 200,00\u00A0€'],
    'Beteiligung an Veranstaltungen': [expect.stringContaining('Lindenfest | als: ')],
  })
  expect(leftOut.map(({ where }) => where)).toEqual(expect.arrayContaining(['Angaben als Medium: Notiz', 'Presseberichte: Zusammenfassung']))
  expect(Object.keys(said)).not.toContain('Serienbriefe')
})
