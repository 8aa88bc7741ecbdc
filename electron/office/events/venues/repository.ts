import type { Venue, VenueInput } from '../../../../shared/events/model.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { matchExpression, matchingIds } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** One place with its rooms, trashed or not; null if there is none. */
export async function readVenue(database: Database, id: string): Promise<Venue | null> {
  const row = await database.selectFrom('venue').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const rooms = await database.selectFrom('venue_room').selectAll().where('venue_id', '=', id).orderBy('position').execute()
  return {
    id, version: row.version, name: row.name, contactId: row.contact_id, street: row.street, postalCode: row.postal_code, city: row.city, stepFree: row.step_free,
    accessibleToilet: row.accessible_toilet === 1, hearingLoop: row.hearing_loop === 1, accessNote: row.access_note, transport: row.transport, note: row.note,
    trashed: row.deleted_at !== null,
    rooms: rooms.map((room) => ({ id: room.id, name: room.name, capacity: room.capacity, seating: room.seating, stepFree: room.step_free, equipment: room.equipment, note: room.note })),
  }
}

/** Places by name; all of them where nothing is searched. */
export async function listVenues(database: Database, query: string): Promise<Venue[]> {
  let found = database.selectFrom('venue').select('id').where('deleted_at', 'is', null)
  if (query.trim() !== '') {
    const match = matchExpression(query, 'venue')
    if (!match) return []
    found = found.where('id', 'in', matchingIds(match))
  }
  const venues = await Promise.all((await found.orderBy('name_key').execute()).map(({ id }) => readVenue(database, id)))
  return venues.filter((each) => each !== null)
}

/** Columns of a place. */
export function venueColumns(fields: VenueInput) {
  return {
    name: fields.name, name_key: sortKey(fields.name), contact_id: fields.contactId, street: fields.street, postal_code: fields.postalCode, city: fields.city,
    step_free: fields.stepFree, accessible_toilet: Number(fields.accessibleToilet), hearing_loop: Number(fields.hearingLoop), access_note: fields.accessNote,
    transport: fields.transport, note: fields.note,
  }
}

/** Rows of a place's rooms. */
export function roomRows(venueId: string, rooms: VenueInput['rooms']) {
  return rooms.map(({ id, name, capacity, seating, stepFree, equipment, note }, position) => ({ id, venue_id: venueId, position, name, capacity, seating, step_free: stepFree, equipment, note }))
}
