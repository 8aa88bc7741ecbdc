import { sql } from 'kysely'
import type { SeriesPartner } from '../../../../shared/events/series/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** Events that a partner handed in or that its contact organises. */
const eventsOf = sql<number>`(
  SELECT count(*) FROM event LEFT JOIN event_entry ON event_entry.event_id = event.id
  WHERE event.series_id = partner.series_id AND event.deleted_at IS NULL AND (event_entry.partner_id = partner.id
    OR EXISTS (SELECT 1 FROM event_partner WHERE event_partner.event_id = event.id AND event_partner.role = 'organiser' AND event_partner.contact_id = partner.contact_id)))`

/** Who is asked for events of a series, in their order, with how many came of it. A contact has the name that it has now. */
export async function seriesPartners(database: Database, seriesId: string): Promise<SeriesPartner[]> {
  const rows = await database.selectFrom('event_series_partner as partner').leftJoin('contact', (join) => join.onRef('contact.id', '=', 'partner.contact_id').on('contact.deleted_at', 'is', null))
    .selectAll('partner').select(['contact.list_name', eventsOf.as('events')]).where('series_id', '=', seriesId).orderBy('position').execute()
  return rows.map((row) => ({
    id: row.id, contactId: row.contact_id, name: row.list_name ?? row.name, code: row.code, state: row.state, invitedOn: row.invited_on, remindedOn: row.reminded_on, answeredOn: row.answered_on,
    note: row.note, events: row.events,
  }))
}

/** The partner with a code, in whatever series; null for a code that nobody has. */
export async function partnerOfCode(database: Database, code: string): Promise<{ id: string; seriesId: string; seriesTitle: string; contactId: string | null; name: string } | null> {
  const row = await database.selectFrom('event_series_partner as partner').innerJoin('event_series', 'event_series.id', 'partner.series_id')
    .select(['partner.id', 'partner.series_id', 'partner.contact_id', 'partner.name', 'event_series.title']).where('code', '=', code).executeTakeFirst()
  return row ? { id: row.id, seriesId: row.series_id, seriesTitle: row.title, contactId: row.contact_id, name: row.name } : null
}
