import type { Kysely } from 'kysely'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { DestructionOrder } from '../../database/destroy.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { Rows } from '../../database/rows.ts'

const gone = 'Gelöschter Kontakt'

/**
 * What events hold of a contact that is to be destroyed: the event stays with the role, the name and what was agreed go; a place
 * loses whose it is. The history of both goes with it, as it shows the name.
 */
export async function eventsWithout(database: Kysely<OfficeSchema>, contactId: string): Promise<{ neutralised: DestructionOrder['neutralised'][number][]; along(rows: Rows): RecordRef[] }> {
  const partners = await database.selectFrom('event_partner').select(['id', 'event_id']).where('contact_id', '=', contactId).execute()
  const venues = await database.selectFrom('venue').select('id').where('contact_id', '=', contactId).execute()
  return {
    neutralised: venues.map(({ id }) => ({ ref: { type: 'venue', id }, columns: { contact_id: null } })),
    along: (rows) => partners.map(({ id, event_id }) => {
      rows.update('event_partner', id, { contact_id: null, name: gone, note: '' })
      rows.run('DELETE FROM change_entry WHERE table_name = ? AND row_id = ?', ['event_partner', id])
      return { type: 'event', id: event_id }
    }),
  }
}
