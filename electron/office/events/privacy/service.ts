import type { Kysely } from 'kysely'
import { moneyRules } from '../../../../shared/events/money/catalogue.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { DestructionOrder } from '../../database/destroy.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RowImage, Rows } from '../../database/rows.ts'
import { listsWithout } from '../participants/privacy.ts'

/** What stands in the place of a name that was destroyed. */
export const goneContact = 'Gelöschter Kontakt'
const gone = goneContact
const tables = ['event_partner', 'event_shift_person', 'event_equipment', 'event_fund', 'event_receipt', 'event_entry', 'event_series_partner'] as const

/**
 * What events hold of a contact that is to be destroyed: the event stays with the role, the name and what was agreed go; a place
 * loses whose it is; on a list of participants the contact is a count; a series keeps that somebody was asked. Receipts keep the payee in words as long as they have to be kept (Art. 17 Abs. 3 lit. b DSGVO). The history of all
 * of it goes, as it shows the name.
 */
export async function eventsWithout(
  database: Kysely<OfficeSchema>, contactId: string, today: string,
): Promise<{ neutralised: DestructionOrder['neutralised'][number][]; along(rows: Rows): RecordRef[] }> {
  const venues = await database.selectFrom('venue').select('id').where('contact_id', '=', contactId).execute()
  const partners = await database.selectFrom('event_partner').select(['id', 'event_id']).where('contact_id', '=', contactId).execute()
  const asked = await database.selectFrom('event_series_partner').select(['id', 'series_id']).where('contact_id', '=', contactId).execute()
  const entries = asked.length === 0 ? [] : await database.selectFrom('event_entry').select(['id', 'event_id']).where('partner_id', 'in', asked.map(({ id }) => id)).execute()
  const helpers = await database.selectFrom('event_shift_person').select(['id', 'event_id']).where('contact_id', '=', contactId).execute()
  const things = await database.selectFrom('event_equipment').select(['id', 'event_id', 'owner_id', 'bringer_id'])
    .where((eb) => eb.or([eb('owner_id', '=', contactId), eb('bringer_id', '=', contactId)])).execute()
  const sources = await database.selectFrom('event_fund').select(['id', 'event_id']).where('contact_id', '=', contactId).execute()
  const receipts = await database.selectFrom('event_receipt').select(['id', 'event_id', 'receipt_on', 'paid_on']).where('contact_id', '=', contactId).execute()
  const changes: { table: (typeof tables)[number]; id: string; eventId: string; ofSeries?: boolean; columns: RowImage }[] = [
    ...partners.map(({ id, event_id }) => ({ table: 'event_partner' as const, id, eventId: event_id, columns: { contact_id: null, name: gone, note: '' } })),
    ...asked.map(({ id, series_id }) => ({ table: 'event_series_partner' as const, id, eventId: series_id, ofSeries: true, columns: { contact_id: null, name: gone, note: '' } })),
    ...entries.map(({ id, event_id }) => ({ table: 'event_entry' as const, id, eventId: event_id, columns: { last_reading: '', public_contact: '', remark: '', query: '' } })),
    ...helpers.map(({ id, event_id }) => ({ table: 'event_shift_person' as const, id, eventId: event_id, columns: { contact_id: null, name: gone } })),
    ...things.map(({ id, event_id, owner_id, bringer_id }) => ({
      table: 'event_equipment' as const, id, eventId: event_id,
      columns: { ...(owner_id === contactId && { owner_id: null, owner: gone }), ...(bringer_id === contactId && { bringer_id: null, bringer: gone }), note: '' },
    })),
    ...sources.map(({ id, event_id }) => ({ table: 'event_fund' as const, id, eventId: event_id, columns: { contact_id: null, funder: gone, note: '' } })),
    ...receipts.map(({ id, event_id, receipt_on, paid_on }) => ({
      table: 'event_receipt' as const, id, eventId: event_id,
      columns: mustBeKept(paid_on ?? receipt_on, today) ? { contact_id: null } : { contact_id: null, party: gone, purpose: '' },
    })),
  ]
  const offTheLists = await listsWithout(database, contactId)
  return {
    neutralised: venues.map(({ id }) => ({ ref: { type: 'venue', id }, columns: { contact_id: null } })),
    along: (rows) => {
      for (const { table, id, columns } of changes) {
        rows.update(table, id, columns)
        rows.run('DELETE FROM change_entry WHERE table_name = ? AND row_id = ?', [table, id])
      }
      // Also what was taken out before and lives on in the log alone.
      for (const table of tables) rows.run('DELETE FROM change_entry WHERE table_name = ? AND (instr(before, ?) > 0 OR instr(after, ?) > 0)', [table, contactId, contactId])
      return [...offTheLists(rows), ...changes.map(({ eventId, ofSeries }) => ({ type: ofSeries ? 'event-series' : 'event', id: eventId }))]
    },
  }
}

/** Receipts are kept some years from the end of the year on in which they were paid. One without a day is kept: nobody can say that it is old. */
function mustBeKept(day: string | null, today: string): boolean {
  return day === null || Number(today.slice(0, 4)) - Number(day.slice(0, 4)) <= moneyRules.retentionYears
}
