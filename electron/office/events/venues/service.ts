import { uuidv7 } from 'uuidv7'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Venue, VenueInput } from '../../../../shared/events/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { readVenue, roomRows, venueColumns } from './repository.ts'

const venueRef = (id: string) => ({ type: 'venue', id })

/** One place with its rooms, also from the trash. @throws OfficeError `not-found` */
export async function getVenue(desk: OfficeDesk, id: string): Promise<Venue> {
  const venue = await readVenue(desk.database.read, id)
  if (!venue) throw new OfficeError('not-found')
  return venue
}

/** Stores a new place with its rooms. */
export async function createVenue(desk: OfficeDesk, fields: VenueInput): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Ort angelegt', record: venueRef(id) }, async (transaction) => {
    await transaction.insert('venue', { id, ...venueColumns(fields), deleted_at: null, deleted_by: null })
    for (const row of roomRows(id, fields.rooms)) await transaction.insert('venue_room', row)
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Brings a place to what is given. @throws OfficeError `conflict`, `not-found` */
export async function updateVenue(desk: OfficeDesk, id: string, version: number, fields: VenueInput): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Ort geändert', record: venueRef(id), coalesce: `venue:${id}` }, async (transaction) => {
    await transaction.expectVersion(venueRef(id), version, () => readVenue(transaction.database, id))
    await transaction.update('venue', id, venueColumns(fields))
    await transaction.replaceRows('venue_room', 'venue_id', id, roomRows(id, fields.rooms))
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves a place to the trash; events that took place there keep its name. @throws OfficeError `conflict`, `not-found` */
export async function removeVenue(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Ort gelöscht', record: venueRef(id) }, async (transaction) => {
    await transaction.expectVersion(venueRef(id), version)
    await transaction.trash(venueRef(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}
