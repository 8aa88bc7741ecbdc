import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/event-figures.json' with { type: 'json' }
import { listName } from '../../../shared/directory/names.ts'
import { emptyEvent, type EventInput } from '../../../shared/events/model.ts'
import { firstOpenDay, officeClosed } from '../../../shared/holidays/holidays.ts'
import { getContact } from '../directory/service.ts'
import { acceptClash, clashesOfEvent } from '../events/clashes/service.ts'
import { eventColumns, partnerRows } from '../events/repository.ts'
import { createEvent, findEvents, getEvent } from '../events/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

const land = 'SN'

/** What took place in the years before, so that figures have something to stand beside; and a clash that is open, and one taken on. */
export async function fillEventFigures(desk: OfficeDesk, contacts: DemoContacts): Promise<void> {
  const names = new Map<string, string>()
  for (const key of new Set(data.past.flatMap(({ partners }) => partners))) {
    const id = contacts.organisations[Number(key.slice(2))]
    if (id !== undefined) names.set(id, listName(await getContact(desk, id)))
  }
  await desk.write({ label: 'Veranstaltungen der letzten Jahre' }, async (transaction) => {
    for (const { title, kind, ago, at, until, place, languages, visitors, counted, topic, partners } of data.past) {
      const id = uuidv7()
      const fields: EventInput = {
        ...emptyEvent, title, kind, state: 'settled', startsOn: firstOpenDay(daysAgo(ago), -1, (day) => officeClosed(day, land)), startsAt: at || null, endsAt: until || null, placeText: place, languages, visitors,
        visitorsCounted: counted, topic, responsibleId: desk.person.id, responsibleName: desk.person.name,
      }
      await transaction.insert('event', { id, ...eventColumns(fields), deleted_at: null, deleted_by: null })
      const known = partners.flatMap((key) => contacts.organisations[Number(key.slice(2))] ?? [])
      for (const row of partnerRows(id, known.map((contactId) => ({ id: uuidv7(), role: 'partner', contactId, name: names.get(contactId) ?? '', note: '' })))) await transaction.insert('event_partner', row)
    }
  })
  await fillClashes(desk)
}

async function fillClashes(desk: OfficeDesk): Promise<void> {
  const { clashing, accepted } = data
  const film = await find(desk, clashing.with)
  await create(desk, film, { title: clashing.title, kind: clashing.kind, startsAt: clashing.at, endsAt: clashing.until, targetGroup: clashing.target, languages: clashing.languages, expected: clashing.expected, venueId: film.venueId, roomId: film.roomId, placeText: film.placeText })
  const tour = await find(desk, accepted.title)
  const id = await create(desk, tour, { title: accepted.with, kind: accepted.kind, startsAt: accepted.at, endsAt: accepted.until, targetGroup: accepted.target, placeText: accepted.place })
  const clash = (await clashesOfEvent(desk, id, land)).find(({ other }) => other?.id === tour.id)
  if (clash) await acceptClash(desk, id, clash.key, accepted.note)
}

async function find(desk: OfficeDesk, title: string): Promise<EventInput & { id: string }> {
  const { events } = await findEvents(desk, { query: '', filter: 'coming', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 500 })
  return getEvent(desk, events.find((event) => event.title === title)?.id ?? '')
}

async function create(desk: OfficeDesk, beside: EventInput, fields: Partial<EventInput>): Promise<string> {
  const { seriesId, startsOn } = beside
  return (await createEvent(desk, { fields: { ...emptyEvent, state: 'planned', seriesId, startsOn, responsibleId: desk.person.id, responsibleName: desk.person.name, ...fields }, checklistId: null, land })).id
}
