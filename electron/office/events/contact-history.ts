import { eventStateLabels, partnerRoleLabel } from '../../../shared/events/catalogue.ts'
import type { HistorySource } from '../contact-history-source.ts'

/** Events that contacts took part in making. One without a day yet is no dealing so far. */
export const eventHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const rows = await desk.database.read.selectFrom('event_partner').innerJoin('event', 'event.id', 'event_partner.event_id')
      .select(['event_partner.id as partner', 'event_partner.role', 'event_partner.contact_id', 'event.id', 'event.title', 'event.state', 'event.starts_on', 'event.responsible_name'])
      .where('event_partner.contact_id', 'in', contactIds).where('event.deleted_at', 'is', null).where('event.starts_on', 'is not', null)
      .orderBy('event.starts_on', 'desc').limit(limit).execute()
    return rows.map((row) => ({
      key: `event:${row.partner}`, day: row.starts_on ?? '', kind: 'event', title: row.title, text: `${partnerRoleLabel(row.role)} · ${eventStateLabels[row.state]}`,
      authorName: row.responsible_name, contactId: row.contact_id ?? '', record: { type: 'event', id: row.id },
    }))
  },
}
