import { uuidv7 } from 'uuidv7'
import { noMediaDetails, type MediaDetails } from '../../../../shared/directory/media/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { OfficeDesk } from '../../session.ts'
import { livingContact } from '../service.ts'

/** What is kept of contacts as media; contacts without it are missing. */
export async function mediaDetails(database: ReadDatabase<OfficeSchema>, contactIds: readonly string[]): Promise<Map<string, MediaDetails>> {
  if (contactIds.length === 0) return new Map()
  const rows = await database.selectFrom('contact_media').selectAll().where('contact_id', 'in', contactIds).execute()
  return new Map(rows.map(({ contact_id, kind, area, deadline, topics, note }) => [contact_id, { kind, area, deadline, topics: topics.split('\n').filter(Boolean), note }]))
}

/** Stores what is kept of a contact as one of the media; nothing at all removes it. @throws OfficeError `not-found` for a contact that is gone */
export async function saveMediaDetails(desk: OfficeDesk, contactId: string, details: MediaDetails): Promise<ChangeReceipt> {
  const id = await livingContact(desk, contactId)
  const ref = { type: 'contact', id }
  const written = await desk.write({ label: 'Medienangaben geändert', record: ref, coalesce: `contact-media:${id}` }, async (transaction) => {
    const contact = await transaction.row('contact', id)
    if (!contact || contact.deleted_at !== null) throw new OfficeError('not-found')
    const stored = await transaction.database.selectFrom('contact_media').select('id').where('contact_id', '=', id).executeTakeFirst()
    const columns = { ...details, topics: details.topics.join('\n') }
    const empty = JSON.stringify(details) === JSON.stringify(noMediaDetails)
    if (stored && empty) await transaction.remove('contact_media', stored.id)
    else if (stored) await transaction.update('contact_media', stored.id, columns)
    else if (!empty) await transaction.insert('contact_media', { id: uuidv7(), contact_id: id, ...columns })
  })
  return { change: written.change, version: written.versions.get(id) ?? 1 }
}
