import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/events.json' with { type: 'json' }
import { listName } from '../../../shared/directory/names.ts'
import type { EventState, StepFree } from '../../../shared/events/catalogue.ts'
import { emptyEvent, type Partner } from '../../../shared/events/model.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { getContact } from '../directory/service.ts'
import { createSeries } from '../events/series/service.ts'
import { createEvent, getEvent, setPartners } from '../events/service.ts'
import { createVenue } from '../events/venues/service.ts'
import type { OfficeDesk } from '../session.ts'
import { setTasksDone, tasksOfRecord } from '../tasks/service.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'
import { fillParticipants } from './demo-participants.ts'
import { openDay, openSaturday, openWeek } from './open-days.ts'

const land = 'SN'
type Venue = (typeof data.venues)[number]
type Entry = Partial<Record<'room' | 'place' | 'fallback' | 'languages' | 'interpretation' | 'childcare' | 'target' | 'topic' | 'cost' | 'registration' | 'programme', string>>
  & Partial<Record<'expected' | 'capacity' | 'visitors' | 'days', number>> & Pick<(typeof data.events)[number], 'title' | 'kind' | 'state' | 'in' | 'at' | 'until' | 'venue' | 'checklist' | 'late'>
  & { series?: boolean; saturday?: boolean; counted?: boolean; partners: string[][] }

/** A season: a street festival far ahead, an Interkulturelle Woche, small things soon, and what is over. Gives the Woche and the Sunday on which it begins. */
export async function fillEvents(desk: OfficeDesk, contacts: DemoContacts): Promise<{ seriesId: string; startsOn: string }> {
  const venues = new Map<string, { id: string; rooms: Map<string, string> }>()
  for (const venue of data.venues) venues.set(venue.key, await fillVenue(desk, venue, contacts))
  const { startsIn, entriesIn, ...series } = data.series
  const week = openWeek(daysAgo(-startsIn), 1)
  const { id: seriesId } = await createSeries(desk, { ...series, title: `${series.title} ${week.slice(0, 4)}`, startsOn: week, endsOn: addDays(week, 7), entriesUntil: openDay(daysAgo(-entriesIn), 1) }, land)
  for (const entry of data.events as Entry[]) {
    const startsOn = entry.series ? addDays(week, entry.in - startsIn) : (entry.saturday ? openSaturday : openDay)(daysAgo(-entry.in), entry.in < 0 ? -1 : 1)
    const venue = venues.get(entry.venue)
    const { id } = await createEvent(desk, {
      fields: {
        ...emptyEvent, title: entry.title, kind: entry.kind, state: entry.state as EventState, seriesId: entry.series ? seriesId : null,
        startsOn, startsAt: entry.at || null, endsAt: entry.until || null, endsOn: entry.days === undefined ? null : addDays(startsOn, entry.days),
        venueId: venue?.id ?? null, roomId: venue?.rooms.get(entry.room ?? '') ?? null, placeText: entry.place ?? '', fallbackPlace: entry.fallback ?? '',
        languages: entry.languages ?? '', interpretation: entry.interpretation ?? '', childcare: entry.childcare ?? '', targetGroup: entry.target ?? '', topic: entry.topic ?? '',
        cost: entry.cost ?? '', registration: entry.registration ?? '', programmeText: entry.programme ?? '', expected: entry.expected ?? null, capacity: entry.capacity ?? null,
        visitors: entry.visitors ?? null, visitorsCounted: entry.counted ?? false, responsibleId: desk.person.id, responsibleName: desk.person.name,
      },
      checklistId: entry.checklist === '' ? null : `builtin:${entry.checklist}`, land,
    })
    const partners = await Promise.all(entry.partners.map(([role = '', who = '', note = '']) => partnerOf(desk, contacts, role, who, note)))
    await setPartners(desk, id, (await getEvent(desk, id)).version, partners)
    await checkOff(desk, id, entry.late)
  }
  await fillParticipants(desk)
  return { seriesId, startsOn: week }
}

async function fillVenue(desk: OfficeDesk, { key: _key, owner, stepFree, rooms, ...venue }: Venue, contacts: DemoContacts): Promise<{ id: string; rooms: Map<string, string> }> {
  const named = rooms.map((room) => ({ ...room, id: uuidv7(), stepFree: room.stepFree as StepFree, note: '' }))
  const { id } = await createVenue(desk, { ...venue, contactId: contacts.organisations[Number(owner.slice(2))] ?? null, stepFree: stepFree as StepFree, rooms: named })
  return { id, rooms: new Map(named.map((room) => [room.name, room.id])) }
}

/** `o:3` is the fourth organisation; anything else a name. */
async function partnerOf(desk: OfficeDesk, contacts: DemoContacts, role: string, who: string, note: string): Promise<Partner> {
  const contactId = who.startsWith('o:') ? contacts.organisations[Number(who.slice(2))] ?? null : null
  return { id: uuidv7(), role, contactId, name: contactId === null ? who : listName(await getContact(desk, contactId)), note }
}

/** What was due by now is done, but for a few of the last days. @param late how many stay undone; everything is done from 100 on */
async function checkOff(desk: OfficeDesk, id: string, late: number): Promise<void> {
  const tasks = await tasksOfRecord(desk.database.read, { type: 'event', id })
  const due = late >= 100 ? tasks : tasks.filter(({ dueOn }) => dueOn !== null && dueOn < daysAgo(0)).toSpliced(-late, late)
  if (due.length > 0) await setTasksDone(desk, due.map((task) => task.id), true, land)
}
