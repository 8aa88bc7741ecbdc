import type { Selectable } from 'kysely'
import type { ClashEvent } from '../../../../shared/events/clashes/find.ts'
import type { EventTables } from '../../database/office/event-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** Roles in which one can be at two places at once, or whose bearer isn't needed there. */
const elsewhere = ['sponsor', 'authority']

/** Which events are asked for. */
export type ClashQuery = { from: string; to: string } | { ids: readonly string[] } | { seriesId: string }

/** Events with a day that aren't called off, as clashes see them. */
export async function readClashEvents(database: Database, query: ClashQuery): Promise<ClashEvent[]> {
  let found = database.selectFrom('event').leftJoin('venue', 'venue.id', 'event.venue_id').leftJoin('venue_room', 'venue_room.id', 'event.room_id')
    .where('event.deleted_at', 'is', null).where('event.starts_on', 'is not', null).where('event.state', '<>', 'cancelled')
  if ('ids' in query) found = found.where('event.id', 'in', query.ids)
  else if ('seriesId' in query) found = found.where('event.series_id', '=', query.seriesId)
  else found = found.where('event.starts_on', '<=', query.to).where((eb) => eb(eb.fn.coalesce('event.ends_on', 'event.starts_on'), '>=', query.from))
  const rows = await found.select((eb) => eb.exists(eb.selectFrom('event_entry').select('event_entry.id').whereRef('event_entry.event_id', '=', 'event.id').where('event_entry.last_reading', '<>', '')).as('handed_in')).select([
    'event.id', 'event.title', 'event.kind', 'event.state', 'event.starts_on', 'event.starts_at', 'event.ends_on', 'event.ends_at', 'event.venue_id', 'event.room_id', 'event.place_text', 'event.fallback_place',
    'event.target_group', 'event.topic', 'event.responsible_id', 'event.responsible_name', 'venue.name as venue_name', 'venue_room.name as room_name',
  ]).orderBy('event.starts_on').orderBy('event.starts_at').orderBy('event.title_key').execute()
  const partners = await readPartners(database, rows.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id, title: row.title, kind: row.kind, state: row.state, startsOn: row.starts_on, startsAt: row.starts_at, endsOn: row.ends_on, endsAt: row.ends_at,
    venueId: row.venue_id, roomId: row.room_id, placeText: row.place_text, fallbackPlace: row.fallback_place, targetGroup: row.target_group, topic: row.topic,
    // Whoever took in what a partner handed in needn't be there: in a week of forty events that would be a clash each time.
    ...(row.handed_in ? { responsibleId: null, responsibleName: '' } : { responsibleId: row.responsible_id, responsibleName: row.responsible_name }), venueName: row.venue_name ?? '',
    place: [row.venue_name, row.room_name, row.place_text].filter((part) => part !== null && part !== '').join(', '), partners: partners.get(row.id) ?? [],
  }))
}

/** The name of a place with its room, for an event that isn't stored as it is asked about. */
export async function readPlace(database: Database, venueId: string | null, roomId: string | null): Promise<{ venueName: string; roomName: string }> {
  const venue = venueId === null ? undefined : await database.selectFrom('venue').select('name').where('id', '=', venueId).executeTakeFirst()
  const room = roomId === null ? undefined : await database.selectFrom('venue_room').select('name').where('id', '=', roomId).executeTakeFirst()
  return { venueName: venue?.name ?? '', roomName: room?.name ?? '' }
}

/** What was taken on knowingly for some events. */
export async function readAcceptances(database: Database, eventIds: readonly string[]): Promise<Selectable<EventTables['event_acceptance']>[]> {
  return eventIds.length === 0 ? [] : database.selectFrom('event_acceptance').selectAll().where('event_id', 'in', eventIds).execute()
}

/** Partners who would be missing elsewhere. The own house takes part in everything. */
async function readPartners(database: Database, eventIds: readonly string[]): Promise<Map<string, ClashEvent['partners'][number][]>> {
  const partners = new Map<string, ClashEvent['partners'][number][]>()
  if (eventIds.length === 0) return partners
  const rows = await database.selectFrom('event_partner').leftJoin('contact', 'contact.id', 'event_partner.contact_id')
    .select(['event_partner.event_id', 'event_partner.contact_id', 'event_partner.name', 'contact.affiliation'])
    .where('event_id', 'in', eventIds).where('role', 'not in', elsewhere).orderBy('position').execute()
  for (const { event_id, contact_id, name, affiliation } of rows) {
    if (affiliation !== 'internal') partners.set(event_id, [...(partners.get(event_id) ?? []), { contactId: contact_id, name }])
  }
  return partners
}
