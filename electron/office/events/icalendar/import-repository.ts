import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** An entry that was imported before. */
export interface KnownSource {
  id: string
  eventId: string
  uid: string
  recurrence: string
  /** JSON of the fields as they came. */
  fields: string
}

/** What was imported before under some names. */
export async function readSources(database: Database, uids: readonly string[]): Promise<KnownSource[]> {
  const found: KnownSource[] = []
  for (let start = 0; start < uids.length; start += 500) {
    const rows = await database.selectFrom('event_source').select(['id', 'event_id', 'uid', 'recurrence', 'fields']).where('uid', 'in', uids.slice(start, start + 500)).execute()
    for (const { event_id, ...row } of rows) found.push({ ...row, eventId: event_id })
  }
  return found
}

/** Events that are asked for, or that lie between two days: to find what is planned already under another name. */
export async function readStanding(database: Database, query: { ids: readonly string[] } | { from: string; to: string }) {
  let found = database.selectFrom('event').leftJoin('venue', 'venue.id', 'event.venue_id').leftJoin('venue_room', 'venue_room.id', 'event.room_id')
  if ('ids' in query) {
    if (query.ids.length === 0) return []
    found = found.where('event.id', 'in', query.ids)
  } else found = found.where('event.deleted_at', 'is', null).where('event.starts_on', '>=', query.from).where('event.starts_on', '<=', query.to)
  return found.select([
    'event.id', 'event.title', 'event.title_key', 'event.state', 'event.starts_on', 'event.starts_at', 'event.ends_on', 'event.ends_at', 'event.place_text', 'event.venue_id', 'event.room_id',
    'event.programme_text', 'event.note', 'event.topic', 'event.deleted_at', 'venue.name as venue_name', 'venue_room.name as room_name',
  ]).execute()
}
export type StandingEvent = Awaited<ReturnType<typeof readStanding>>[number]

/** Places that the office keeps, with their rooms. */
export async function readPlaces(database: Database): Promise<{ id: string; name: string; rooms: { id: string; name: string }[] }[]> {
  const venues = await database.selectFrom('venue').select(['id', 'name']).where('deleted_at', 'is', null).execute()
  const rooms = await database.selectFrom('venue_room').select(['id', 'name', 'venue_id']).execute()
  return venues.map((venue) => ({ ...venue, rooms: rooms.filter(({ venue_id }) => venue_id === venue.id) }))
}
