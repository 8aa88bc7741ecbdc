import { entryValuesSchema, type EntryValues } from '../../../../shared/events/series/entries.ts'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import type { Approval, SeriesPartner } from '../../../../shared/events/series/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { readEvent } from '../repository.ts'

type Database = ReadDatabase<OfficeSchema>

/** What the programme says of an event beyond the event. */
export interface StoredEntry {
  id: string
  partnerId: string | null
  slot: number
  /** What the partner's form said last; null for what nobody handed in. */
  lastReading: EntryValues | null
  approval: Approval
  query: string
  publicContact: string
  remark: string
}

export interface SeriesEvent { event: OfficeEvent; entry: StoredEntry | null }

/** The events of a series by day and time, those without a day last; trashed ones left out. */
export async function seriesEvents(database: Database, seriesId: string): Promise<SeriesEvent[]> {
  const rows = await database.selectFrom('event').select('id').where('series_id', '=', seriesId).where('deleted_at', 'is', null)
    .orderBy((eb) => eb('starts_on', 'is', null)).orderBy('starts_on').orderBy((eb) => eb.fn.coalesce('starts_at', eb.val(''))).orderBy('title_key').execute()
  const entries = rows.length === 0 ? [] : await database.selectFrom('event_entry').selectAll().where('event_id', 'in', rows.map(({ id }) => id)).execute()
  const found: SeriesEvent[] = []
  for (const { id } of rows) {
    const event = await readEvent(database, id)
    const row = entries.find(({ event_id }) => event_id === id)
    if (event) found.push({ event, entry: row ? entryOf(row) : null })
  }
  return found
}

/** What the programme says of one event; null where nothing was said yet. */
export async function readEntry(database: Database, eventId: string): Promise<StoredEntry | null> {
  const row = await database.selectFrom('event_entry').selectAll().where('event_id', '=', eventId).executeTakeFirst()
  return row ? entryOf(row) : null
}

/** The events of a series that came from a partner or that its contact organises. */
export async function eventsOfPartner(database: Database, seriesId: string, partner: Pick<SeriesPartner, 'id' | 'contactId'>): Promise<OfficeEvent[]> {
  return (await seriesEvents(database, seriesId)).filter((each) => belongsTo(each, partner)).map(({ event }) => event).filter(({ state }) => state !== 'cancelled')
}

/** Whether an event came from a partner or is organised by its contact. */
export function belongsTo({ event, entry }: SeriesEvent, { id, contactId }: Pick<SeriesPartner, 'id' | 'contactId'>): boolean {
  return entry?.partnerId === id || (contactId !== null && event.partners.some((each) => each.role === 'organiser' && each.contactId === contactId))
}

function entryOf(row: { id: string; partner_id: string | null; slot: number; last_reading: string; approval: Approval; query: string; public_contact: string; remark: string }): StoredEntry {
  return {
    id: row.id, partnerId: row.partner_id, slot: row.slot, lastReading: row.last_reading === '' ? null : entryValuesSchema.parse(JSON.parse(row.last_reading)), approval: row.approval,
    query: row.query, publicContact: row.public_contact, remark: row.remark,
  }
}
