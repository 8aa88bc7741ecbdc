import { eventStateLabels, partnerRoleLabel } from '../../../shared/events/catalogue.ts'
import type { HistorySource, SourceItem } from '../contact-history-source.ts'
import type { OfficeDesk } from '../session.ts'

/** Events that contacts took part in making, or helped at. One without a day yet is no dealing so far. */
export const eventHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const found = [...await made(desk, contactIds, limit), ...await helped(desk, contactIds, limit)]
    return found.toSorted((a, b) => b.day.localeCompare(a.day)).slice(0, limit)
  },
}

async function made(desk: OfficeDesk, contactIds: readonly string[], limit: number): Promise<SourceItem[]> {
  const rows = await desk.database.read.selectFrom('event_partner').innerJoin('event', 'event.id', 'event_partner.event_id')
    .select(['event_partner.id as partner', 'event_partner.role', 'event_partner.contact_id', 'event.id', 'event.title', 'event.state', 'event.starts_on', 'event.responsible_name'])
    .where('event_partner.contact_id', 'in', contactIds).where('event.deleted_at', 'is', null).where('event.starts_on', 'is not', null)
    .orderBy('event.starts_on', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    key: `event:${row.partner}`, day: row.starts_on ?? '', kind: 'event', title: row.title, text: `${partnerRoleLabel(row.role)} · ${eventStateLabels[row.state]}`,
    authorName: row.responsible_name, contactId: row.contact_id ?? '', record: { type: 'event', id: row.id },
  }))
}

/** Each event once, with the first shift. */
async function helped(desk: OfficeDesk, contactIds: readonly string[], limit: number): Promise<SourceItem[]> {
  const rows = await desk.database.read.selectFrom('event_shift_person').innerJoin('event', 'event.id', 'event_shift_person.event_id').innerJoin('event_shift', 'event_shift.id', 'event_shift_person.shift_id')
    .select((eb) => ['event_shift_person.contact_id', eb.fn.min('event_shift.task').as('task'), 'event.id', 'event.title', 'event.state', 'event.starts_on', 'event.responsible_name'])
    .where('event_shift_person.contact_id', 'in', contactIds).where('event.deleted_at', 'is', null).where('event.starts_on', 'is not', null)
    .groupBy(['event.id', 'event_shift_person.contact_id']).orderBy('event.starts_on', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    key: `helper:${row.id}:${row.contact_id}`, day: row.starts_on ?? '', kind: 'event', title: row.title, text: `Hilfe: ${row.task || 'Schicht'} · ${eventStateLabels[row.state]}`,
    authorName: row.responsible_name, contactId: row.contact_id ?? '', record: { type: 'event', id: row.id },
  }))
}
