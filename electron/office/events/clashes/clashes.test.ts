import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { emptyEvent, type EventInput } from '../../../../shared/events/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { organisation } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import { undo } from '../../records/service.ts'
import { takeEntries } from '../series/entries/service.ts'
import { addPartners, findPartners } from '../series/partners-service.ts'
import { createSeries } from '../series/service.ts'
import { createEvent, removeEvent, setPartners, updateEvent } from '../service.ts'
import { createVenue } from '../venues/service.ts'
import { acceptClash, clashesOfDraft, clashesOfEvent, clashesOfSeries, reopenClash } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office
const fields = (more: Partial<EventInput>): EventInput => ({ ...emptyEvent, title: 'Fest', startsOn: '2027-06-26', startsAt: '14:00', endsAt: '20:00', ...more })
const make = async (more: Partial<EventInput>) => (await createEvent(desk(), { fields: fields(more), checklistId: null, land: 'BB' })).id
const told = async (id: string) => (await clashesOfEvent(desk(), id, 'BB')).map(({ severity, other, title, reasons }) => `${severity} ${other?.title ?? title}: ${reasons[0]}`)
const house = { name: 'Bürgerhaus', contactId: null, street: '', postalCode: '', city: '', stepFree: 'yes', accessibleToilet: true, hearingLoop: false, accessNote: '', transport: '', note: '', rooms: [] } as const

it('names the place, the people and the day, the hard ones first', async () => {
  const venueId = (await createVenue(desk(), { ...house, rooms: [] })).id
  const one = await make({ title: 'Lesung', venueId, targetGroup: 'Familien', startsOn: '2027-10-31' })
  await make({ title: 'Konzert', venueId, startsOn: '2027-10-31', startsAt: '19:00', endsAt: '21:00' })
  await make({ title: 'Spielfest', targetGroup: 'Familien und Kinder', startsOn: '2027-10-31' })
  await make({ title: 'Abgesagt', venueId, startsOn: '2027-10-31', state: 'cancelled' })
  await make({ title: 'Am Tag darauf', venueId, startsOn: '2027-11-01' })
  expect(await told(one)).toEqual([
    'hard Konzert: Derselbe Ort zur selben Zeit (Bürgerhaus).', 'soft Spielfest: Dieselbe Zielgruppe zur selben Zeit (Familien).', 'soft Feiertag: Reformationstag: Am So 31.10.2027 haben Ämter, Schulen und viele Partner geschlossen.',
  ])
  await removeEvent(desk(), one, 1)
  expect(await told(one)).toEqual([])
})

it('looks at what is typed, before it is stored', async () => {
  const venueId = (await createVenue(desk(), { ...house, rooms: [] })).id
  const id = await make({ title: 'Konzert', venueId })
  expect((await clashesOfDraft(desk(), null, fields({ venueId }), 'BB')).map(({ other }) => other?.title)).toEqual(['Konzert'])
  expect(await clashesOfDraft(desk(), id, fields({ venueId }), 'BB')).toEqual([])
  expect(await clashesOfDraft(desk(), null, fields({ venueId, startsOn: null }), 'BB')).toEqual([])
})

it('asks for partners who would be missing, not for the own house or a sponsor', async () => {
  const contact = async (name: string, affiliation: 'internal' | 'external') => (await createContact(desk(), organisation(name, { affiliation }))).id
  const [club, town, bank] = [await contact('Chor', 'external'), await contact('Stadt', 'internal'), await contact('Sparkasse', 'external')]
  const partners = () => [['partner', club, 'Chor'], ['organiser', town, 'Stadt'], ['sponsor', bank, 'Sparkasse']].map(([role = '', contactId = '', name = '']) => ({ id: uuidv7(), role, contactId, name, note: '' }))
  const [one, two] = [await make({ title: 'Eine' }), await make({ title: 'Andere' })]
  await setPartners(desk(), one, 1, partners())
  await setPartners(desk(), two, 1, partners())
  expect(await told(one)).toEqual(['soft Andere: Derselbe Beteiligte zur selben Zeit (Chor).'])
})

it('needs whoever is responsible at one place, but not at the events of partners, who run them themselves', async () => {
  const { id: seriesId } = await createSeries(desk(), { title: 'Woche', motto: '', startsOn: '2027-09-26', endsOn: '2027-10-03', entriesUntil: null, note: '' }, 'BB')
  const responsible = { responsibleId: desk().person.id, responsibleName: desk().person.name }
  const own = await make({ ...responsible, title: 'Auftakt', seriesId, startsOn: '2027-09-27' })
  const raw = { key: 'a', fileName: 'a.xlsx', slot: 1, code: '', organiser: '', none: false, partnerId: null, eventId: null, taken: [], asNothing: false, hints: [] }
  await addPartners(desk(), seriesId, { contactIds: [], listId: null, name: 'Chor' })
  const partnerId = (await findPartners(desk(), seriesId))[0]?.id ?? ''
  await takeEntries(desk(), { seriesId, entries: [{ ...raw, partnerId, cells: { title: 'Singen', day: '27.09.2027', from: '15:00', until: '17:00', place: 'Kirche' } }], land: 'BB' })
  expect((await told(own)).filter((text) => text.includes('verantwortliche'))).toEqual([])
  await make({ ...responsible, title: 'Empfang', startsOn: '2027-09-27' })
  expect((await told(own)).filter((text) => text.includes('verantwortliche')).map((text) => text.split(':')[0])).toEqual(['soft Empfang'])
})

it('is taken on knowingly from either side, with a note that stays until the event moves', async () => {
  const [one, two] = [await make({ title: 'Eine', placeText: 'Platz' }), await make({ title: 'Andere', placeText: 'Platz' })]
  const accepted = async (id: string) => (await clashesOfEvent(desk(), id, 'BB'))[0]?.accepted
  const key = (await clashesOfEvent(desk(), one, 'BB'))[0]?.key ?? ''
  const { change } = await acceptClash(desk(), one, key, 'Bühne ist geteilt.')
  expect(await accepted(two)).toMatchObject({ note: 'Bühne ist geteilt.', by: 'Testleitung' })
  await acceptClash(desk(), two, key, 'Bühne ist dreigeteilt.')
  expect(await accepted(one)).toMatchObject({ note: 'Bühne ist dreigeteilt.' })
  await undo(test.session, 'office', change ?? '').catch(() => undefined)
  await reopenClash(desk(), two, key)
  expect([await accepted(one), await accepted(two)]).toEqual([null, null])
  await acceptClash(desk(), one, key, 'Doch.')
  for (const id of [one, two]) {
    const version = (await desk().database.read.selectFrom('event').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
    await updateEvent(desk(), id, version, { startsOn: '2027-07-03' }, 'BB')
  }
  expect(await accepted(one)).toBeNull()
  await expect(acceptClash(desk(), one, `event:hard:${uuidv7()}@2027-06-26:${uuidv7()}@2027-06-26`, '')).rejects.toMatchObject({ code: 'not-found' })
  await expect(reopenClash(desk(), one, 'day:none')).rejects.toMatchObject({ code: 'not-found' })
})

it('lists a series: each pair once, also with what isn’t of it', async () => {
  const seriesId = (await createSeries(desk(), { title: 'Woche', motto: '', startsOn: null, endsOn: null, entriesUntil: null, note: '' }, 'BB')).id
  await make({ title: 'A', seriesId, placeText: 'Platz' })
  await make({ title: 'B', seriesId, placeText: 'Platz' })
  await make({ title: 'C', seriesId, startsOn: '2027-09-15', kind: 'festival' })
  await make({ title: 'Fremd', placeText: 'Platz' })
  const found = await clashesOfSeries(desk(), seriesId, 'BB')
  expect(found.map(({ event, clash }) => `${event.title}–${clash.other?.title ?? clash.title}`)).toEqual(['A–B', 'A–Fremd', 'B–Fremd', 'C–Mondfest (Tết Trung Thu)'])
  expect(await clashesOfSeries(desk(), uuidv7(), 'BB')).toEqual([])
})
