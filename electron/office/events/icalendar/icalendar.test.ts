import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportOptions } from '../../../../shared/events/icalendar/model.ts'
import type { EntryInput } from '../../../../shared/calendar/model.ts'
import { emptyEvent, type EventInput, type Partner } from '../../../../shared/events/model.ts'
import { emptyParticipant } from '../../../../shared/events/participants/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { organisation, person } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import { createEntries, skipEntry } from '../../calendar/service.ts'
import { FileGrants } from '../../file-grants.ts'
import { undo } from '../../records/service.ts'
import { tasksOfRecord } from '../../tasks/service.ts'
import { addParticipant } from '../participants/service.ts'
import { createSeries } from '../series/service.ts'
import { createEvent, findEvents, getEvent, removeEvent, setPartners, updateEvent } from '../service.ts'
import { createVenue } from '../venues/service.ts'
import { planExport, saveExport } from './export.ts'
import { appendCalendar, beginCalendar, importCalendar, previewCalendar } from './import.ts'
import { readCalendar } from './reading/read-calendar.ts'
import { google, outlook } from './samples.fixture.ts'

let test: TestSession
let folder: string
beforeEach(async () => {
  test = await openTestSession()
  folder = mkdtempSync(join(tmpdir(), 'icalendar-'))
})
afterEach(async () => {
  await test.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const desk = () => test.session.office
const make = async (fields: Partial<EventInput>, checklistId: string | null = null) => (await createEvent(desk(), { fields: { ...emptyEvent, title: 'Fest', startsOn: '2027-06-12', startsAt: '14:00', endsAt: '20:00', ...fields }, checklistId, land: 'BB' })).id
const partner = (fields: Partial<Partner>): Partner => ({ id: uuidv7(), role: 'organiser', contactId: null, name: 'Wer', note: '', ...fields })
const options: ImportOptions = { from: '2027-01-01', to: '2027-12-31', kind: 'encounter', state: 'planned', seriesId: null, description: 'note' }
const titles = async () => (await findEvents(desk(), { query: '', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 500 })).events.map(({ title, startsOn, startsAt }) => `${title} ${startsOn} ${startsAt}`)

async function written(source: Parameters<typeof saveExport>[2]): Promise<string> {
  const grants = new FileGrants()
  const path = join(folder, 'Kalender.ics')
  grants.allow('grant', path, 'write')
  await saveExport(desk(), grants, source, 'grant')
  // Content lines without folding, as readers see them.
  return readFileSync(path, 'utf8').replaceAll('\r\n ', '')
}

function handOver(text: string): string {
  const bytes = Buffer.from(text)
  const { token } = beginCalendar(desk(), { name: 'Kalender.ics', size: bytes.length })
  appendCalendar(desk(), token, bytes)
  return token
}

async function preview(text: string, more: Partial<ImportOptions> = {}) {
  const token = handOver(text)
  return { token, ...(await previewCalendar(desk(), token, { ...options, ...more })) }
}

async function take(text: string, more: Partial<ImportOptions> = {}) {
  const { token, items } = await preview(text, more)
  const keys = items.filter(({ fate }) => fate === 'new' || fate === 'changed').map(({ key }) => key)
  return importCalendar(desk(), token, { options: { ...options, ...more }, keys, land: 'BB' })
}
const fates = async (text: string, more: Partial<ImportOptions> = {}) => (await preview(text, more)).items.map(({ title, fate, reason, changes }) => [title, fate, ...(reason === '' ? [] : [reason]), ...changes.map(({ label, to }) => `${label}: ${to}`)].join(' | '))

describe('what goes out', () => {
  it('is one event, a choice, a week or a season; ideas and what has no day stay', async () => {
    const seriesId = (await createSeries(desk(), { title: 'Interkulturelle Woche', motto: '', startsOn: null, endsOn: null, entriesUntil: null, note: '' }, 'BB')).id
    const one = await make({ title: 'Eine', seriesId })
    const idea = await make({ title: 'Idee', seriesId, state: 'idea' })
    await make({ title: 'Ohne Tag', seriesId, startsOn: null, startsAt: null, endsAt: null })
    await make({ title: 'Später', startsOn: '2028-06-12', state: 'cancelled' })
    expect(await planExport(desk(), { kind: 'series', id: seriesId })).toEqual({ events: 1, cancelled: 0, withoutDay: 1, ideas: 1, privateDetails: 0 })
    const week = await written({ kind: 'series', id: seriesId })
    expect(week).toContain('X-WR-CALNAME:Interkulturelle Woche')
    expect(week).not.toContain('SUMMARY:Idee')
    expect(await written({ kind: 'events', ids: [one, idea] })).toMatch(/SUMMARY:Eine[^]*STATUS:CONFIRMED[^]*SUMMARY:Idee[^]*STATUS:TENTATIVE/u)
    expect(await written({ kind: 'period', from: '2028-01-01', to: '2028-12-31' })).toMatch(/SUMMARY:Abgesagt: Später[^]*STATUS:CANCELLED/u)
    await expect(saveExport(desk(), new FileGrants(), { kind: 'period', from: '2030-01-01', to: '2030-12-31' }, 'x')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('keeps its name and counts its versions', async () => {
    const id = await make({})
    const before = await written({ kind: 'events', ids: [id] })
    await updateEvent(desk(), id, 1, { title: 'Anders' }, 'BB')
    const after = await written({ kind: 'events', ids: [id] })
    expect(before).toContain(`UID:${id}@integrationsbuero\r\n`)
    expect(after).toContain(`UID:${id}@integrationsbuero\r\n`)
    expect([before, after].map((text) => /SEQUENCE:(\d+)/u.exec(text)?.[1])).toEqual(['0', '1'])
  })

  it('holds no name, number or note that isn’t for the public, wherever somebody wrote it', async () => {
    const secret = 'GEHEIM'
    const clubId = (await createContact(desk(), organisation('Kulturverein Muster', { note: secret, publication: 'unknown', channels: [{ id: uuidv7(), kind: 'phone', value: '0355 998877', preferred: false }] }))).id
    const refusedId = (await createContact(desk(), organisation('Stiller Verein', { publication: 'refused' }))).id
    const artistId = (await createContact(desk(), person('Geheimnis', 'Gerda', { channels: [{ id: uuidv7(), kind: 'mobile', value: '0170 1234567', preferred: true }, { id: uuidv7(), kind: 'email', value: 'gerda@privat.example', preferred: false }] }))).id
    await createContact(desk(), person('Offen', 'Olaf', { publication: 'allowed', channels: [{ id: uuidv7(), kind: 'mobile', value: '0171 7654321', preferred: true }] }))
    const room = { id: uuidv7(), name: 'Saal', capacity: 10, seating: secret, stepFree: 'yes' as const, equipment: secret, note: secret }
    const venueId = (await createVenue(desk(), { name: 'Bürgerhaus', contactId: artistId, street: 'Markt 1', postalCode: '01234', city: 'Musterstadt', stepFree: 'partly', accessibleToilet: true, hearingLoop: true, accessNote: 'Rampe hinten', transport: 'Linie 4', note: `Schlüssel: ${secret}`, rooms: [room] })).id
    const id = await make({
      venueId, roomId: room.id, note: secret, responsibleName: secret, responsibleId: secret, targetGroup: 'Familien', languages: 'Deutsch, Dari', topic: 'Musik', cost: 'frei', fallbackPlace: 'Turnhalle',
      programmeText: 'Musik und Tanz.\nFragen an Gerda: +49 (0)170 123 45 67', registration: 'gerda@privat.example, Verein 0355 998877 oder 0171 7654321', childcare: 'Spielecke',
    }, 'builtin:small')
    await setPartners(desk(), id, 1, [
      partner({ contactId: clubId, name: 'Kulturverein Muster', note: secret }), partner({ contactId: refusedId, name: 'Stiller Verein' }), partner({ contactId: artistId, name: 'Gerda Geheimnis', role: 'artist' }), partner({ name: 'Karl Klient' }),
    ])
    await addParticipant(desk(), id, { ...emptyParticipant, name: 'Tina Teilnehmerin', organisation: secret, email: 'tina@privat.example', phone: '0172 5550001' })
    const text = await written({ kind: 'events', ids: [id] })
    for (const hidden of [secret, 'Tina', '5550001', 'Geheimnis', 'Klient', 'Stiller', 'privat.example', '123 45 67', '1234567', 'ATTENDEE', 'ORGANIZER', 'Checkliste', 'Testleitung']) expect(text).not.toContain(hidden)
    for (const shown of ['Kulturverein Muster', '0355 998877', '0171 7654321', 'Familien', 'Linie 4', 'teilweise', 'Rampe hinten', 'Spielecke', 'Turnhalle', 'Dari']) expect(text).toContain(shown)
    expect(text).toContain('LOCATION:Bürgerhaus\\, Saal\\, Markt 1\\, 01234 Musterstadt\r\n')
    expect(text).toContain('CATEGORIES:Begegnung,Musik\r\n')
    expect((await planExport(desk(), { kind: 'events', ids: [id] })).privateDetails).toBe(2)
  })

  it('is the calendar of the office: hours by their rule without holidays, meetings without a word, absences not at all', async () => {
    const entry = (fields: Partial<EntryInput>): EntryInput => ({ kind: 'hours', title: 'Offene Sprechzeit', startsOn: '2027-03-01', startsAt: '10:00', endsOn: null, endsAt: '12:00', place: 'Rathaus', note: 'GEHEIM', repeat: 'FREQ=WEEKLY;BYDAY=MO', repeatUntil: null, personId: null, personName: 'GEHEIM', ...fields })
    const { ids } = await createEntries(desk(), 'Test', [entry({}), entry({ kind: 'meeting', title: 'Gespräch mit Karl Klient', repeat: '', place: 'GEHEIM' }), entry({ kind: 'absence', title: 'Kur', repeat: '' })])
    await skipEntry(desk(), ids[0] ?? '', 1, '2027-03-15')
    const text = await written({ kind: 'office', from: '2027-03-01', to: '2027-04-12', land: 'BB' })
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270412T215959Z\r\nEXDATE;TZID=Europe/Berlin:20270315T100000,20270329T100000\r\n')
    expect(text).toMatch(/SUMMARY:Termin\r\n[^]*CLASS:PRIVATE/u)
    for (const hidden of ['GEHEIM', 'Klient', 'Kur']) expect(text).not.toContain(hidden)
    expect(readCalendar(Buffer.from(text), { from: '2027-03-01', to: '2027-12-31' }).entries.filter(({ title }) => title === 'Offene Sprechzeit').map(({ startsOn, startsAt, endsAt }) => `${startsOn} ${startsAt}–${endsAt}`))
      .toEqual(['2027-03-01', '2027-03-08', '2027-03-22', '2027-04-05', '2027-04-12'].map((day) => `${day} 10:00–12:00`))
  })

  it('comes back through another reader at the right hours', async () => {
    await make({ title: 'Winter', startsOn: '2027-03-27' })
    await make({ title: 'Sommer', startsOn: '2027-03-28' })
    const calendar = new ICAL.Component(ICAL.parse(await written({ kind: 'period', from: '2027-01-01', to: '2027-12-31' })) as unknown[])
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? [])
    const hours = calendar.getAllSubcomponents('vevent').map((each) => {
      const { startDate } = new ICAL.Event(each)
      startDate.zone = zone
      return startDate.toJSDate().toISOString()
    })
    expect(hours).toEqual(['2027-03-27T13:00:00.000Z', '2027-03-28T12:00:00.000Z'])
  })
})

describe('what comes in', () => {
  it('becomes events in one step that undo takes back', async () => {
    const room = { id: uuidv7(), name: 'Großer Saal', capacity: null, seating: '', stepFree: 'yes' as const, equipment: '', note: '' }
    const venueId = (await createVenue(desk(), { name: 'Bürgerhaus Musterstadt', contactId: null, street: '', postalCode: '', city: '', stepFree: 'yes', accessibleToilet: false, hearingLoop: false, accessNote: '', transport: '', note: '', rooms: [room] })).id
    const { remarks } = await preview(outlook)
    expect(remarks).toEqual([expect.stringContaining('Ihre Namen und Adressen werden nicht übernommen')])
    expect(await fates(outlook)).toEqual(['Sprachtreff | new', 'Sprachtreff | new', 'Sprachtreff (später) | new', 'Klausur | new', expect.stringContaining('Privater Termin | unusable | Im Kalender als privat')])
    const { change, created } = await take(outlook)
    expect(created).toBe(4)
    expect(await titles()).toEqual(['Sprachtreff 2027-03-20 17:00', 'Sprachtreff 2027-03-27 17:00', 'Sprachtreff (später) 2027-04-10 19:00', 'Klausur 2027-05-15 null'])
    const first = (await findEvents(desk(), { query: 'sprachtreff', filter: 'all', kind: '', seriesId: null, from: null, to: '2027-03-21', offset: 0, limit: 1 })).events[0]
    expect(await getEvent(desk(), first?.id ?? '')).toMatchObject({ venueId, roomId: room.id, placeText: '', kind: 'encounter', state: 'planned' })
    expect(await fates(outlook)).toEqual(['Sprachtreff | same', 'Sprachtreff | same', 'Sprachtreff (später) | same', 'Klausur | same', expect.stringContaining('unusable')])
    await undo(test.session, 'office', change ?? '')
    expect(await titles()).toEqual([])
    expect(await fates(outlook)).toEqual(expect.arrayContaining(['Klausur | new']))
  })

  it('is brought up to date by what the calendar changed, and only that', async () => {
    await take(google)
    const id = (await findEvents(desk(), { query: 'sommerfest', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 1 })).events[0]?.id ?? ''
    expect(await getEvent(desk(), id)).toMatchObject({ note: 'Bitte Kuchen mitbringen.\nWir freuen uns, Ihr Treff\n\nLink: https://treff.example/fest', programmeText: '', placeText: 'Café Nachbar, Lindenplatz 3' })
    await updateEvent(desk(), id, 1, { title: 'Unser Sommerfest', note: 'Wir: Bänke.\nBitte Kuchen mitbringen.\nWir freuen uns, Ihr Treff' }, 'BB')
    const changed = google.replace('DTSTART:20270612T120000Z', 'DTSTART:20270613T120000Z').replace('DTEND:20270612T160000Z', 'DTEND:20270613T160000Z').replace('Bitte Kuchen', 'Bitte Salat').replace('LOCATION:Café Nachbar', 'LOCATION:Hof Nachbar')
    const found = await fates(changed)
    expect(found.filter((fate) => fate.includes('changed'))).toEqual([expect.stringMatching(/^Sommerfest des Frauentreffs \| changed \| Zeit: 13\.06\.2027, 14:00 bis 18:00 \| Ort: Hof Nachbar, Lindenplatz 3 \| Notiz: /u)])
    expect(found.filter((fate) => !fate.includes('changed')).toSorted()).toEqual(['Ausgefallen | unusable | Abgesagt und hier nicht bekannt.', ...Array.from({ length: 5 }, () => 'Frauenfrühstück | same'), 'Interkulturelle Woche | same'])
    await take(changed)
    expect(await getEvent(desk(), id)).toMatchObject({ title: 'Unser Sommerfest', startsOn: '2027-06-13', placeText: 'Hof Nachbar, Lindenplatz 3', note: 'Wir: Bänke.\nBitte Salat mitbringen.\nWir freuen uns, Ihr Treff' })
    expect(await fates(changed)).not.toContainEqual(expect.stringContaining('changed'))
  })

  it('calls off what the calendar calls off or takes out', async () => {
    await take(google)
    const off = google.replace('UNTIL=20271115T083000Z', 'UNTIL=20271108T083000Z').replace('STATUS:TENTATIVE', 'STATUS:CANCELLED')
    const found = await preview(off)
    expect(found.items.filter(({ fate }) => fate === 'changed').map(({ title, startsOn, changes }) => `${title} ${startsOn} ${changes[0]?.to}`)).toEqual(['Interkulturelle Woche 2027-09-25 abgesagt', 'Frauenfrühstück 2027-11-15 abgesagt'])
    await take(off)
    const all = await findEvents(desk(), { query: '', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 500 })
    expect(all.events.filter(({ state }) => state === 'cancelled').map(({ startsOn }) => startsOn)).toEqual(['2027-09-25', '2027-11-15'])
    expect(await fates(off)).not.toContainEqual(expect.stringContaining('changed'))
    // Out of sight isn't taken out.
    expect(await fates(google, { to: '2027-11-01' })).not.toContainEqual(expect.stringContaining('abgesagt'))
  })

  it('knows our own events again, also those whose hours were changed elsewhere', async () => {
    const id = await make({ title: 'Straßenfest', state: 'cancelled' }, 'builtin:small')
    const text = await written({ kind: 'events', ids: [id] })
    expect(await fates(text)).toEqual(['Straßenfest | same'])
    const before = (await tasksOfRecord(desk().database.read, { type: 'event', id })).map(({ dueOn }) => dueOn)
    await take(text.replace('T140000', 'T150000').replaceAll('20270612', '20270619').replace('STATUS:CANCELLED', 'STATUS:CONFIRMED'))
    expect(await getEvent(desk(), id)).toMatchObject({ title: 'Straßenfest', startsOn: '2027-06-19', startsAt: '15:00', endsAt: '20:00', state: 'planned' })
    expect((await tasksOfRecord(desk().database.read, { type: 'event', id })).map(({ dueOn }) => dueOn)).not.toEqual(before)
  })

  it('says what is planned already under another name, and what lies in the trash', async () => {
    const id = await make({ title: 'Sommerfest des Frauentreffs' })
    expect((await preview(google)).items.find(({ title }) => title.startsWith('Sommerfest'))).toMatchObject({ fate: 'twin', eventId: id })
    await take(google)
    const week = (await findEvents(desk(), { query: 'interkulturelle', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 1 })).events[0]?.id ?? ''
    await removeEvent(desk(), week, 1)
    expect(await fates(google)).toContainEqual(expect.stringContaining('Interkulturelle Woche | unusable | Liegt im Papierkorb'))
  })

  it('is refused with a reason, and nothing is changed', async () => {
    await expect(preview('nichts')).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('keine Kalenderdatei') } })
    await expect(previewCalendar(desk(), 'fremd', options)).rejects.toMatchObject({ code: 'not-found' })
    expect(await titles()).toEqual([])
  })
})
