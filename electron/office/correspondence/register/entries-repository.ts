import type { Selectable } from 'kysely'
import type { Direction, Entry, EntryInput } from '../../../../shared/correspondence/register/model.ts'
import type { RegisterTables } from '../../database/office/register-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { matchExpression, matchingIds } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Row = Selectable<RegisterTables['register_entry']>
type Database = ReadDatabase<OfficeSchema>

/** One line of the register, trashed or not; null if there is none. */
export async function readEntry(database: Database, id: string): Promise<Entry | null> {
  const row = await database.selectFrom('register_entry').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? (await asEntries(database, [row]))[0] ?? null : null
}

/** One page of the register, the newest first; open follow-ups by their day. */
export async function listEntries(
  database: Database, { query, show, offset, limit }: { query: string; show: Direction | 'follow-up'; offset: number; limit: number },
): Promise<{ entries: Entry[]; total: number }> {
  let found = database.selectFrom('register_entry').where('deleted_at', 'is', null)
  found = show === 'follow-up' ? found.where('follow_up_on', 'is not', null).where('follow_up_done_on', 'is', null) : found.where('direction', '=', show)
  if (query.trim() !== '') {
    const match = matchExpression(query, 'register-entry')
    if (!match) return { entries: [], total: 0 }
    found = found.where('id', 'in', matchingIds(match))
  }
  const sorted = show === 'follow-up' ? found.selectAll().orderBy('follow_up_on') : found.selectAll().orderBy('year', 'desc')
  const rows = await sorted.orderBy('sequence', 'desc').offset(offset).limit(limit).execute()
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { entries: await asEntries(database, rows), total }
}

/** The lines of a direction and year, or of all years, in the order of their numbers. */
export async function entriesOfYear(database: Database, direction: Direction, year: number | null): Promise<Entry[]> {
  let found = database.selectFrom('register_entry').selectAll().where('deleted_at', 'is', null).where('direction', '=', direction)
  if (year !== null) found = found.where('year', '=', year)
  return asEntries(database, await found.orderBy('year').orderBy('sequence').execute())
}

/** What was sent or came with a record, the last first. */
export async function entriesOfRecord(database: Database, recordId: string): Promise<Entry[]> {
  return asEntries(database, await database.selectFrom('register_entry').selectAll().where('record_id', '=', recordId).where('deleted_at', 'is', null).orderBy('id', 'desc').execute())
}

/** The newest lines with any of the contacts. */
export async function entriesWith(database: Database, contactIds: readonly string[], limit: number): Promise<Row[]> {
  return database.selectFrom('register_entry').selectAll().where('contact_id', 'in', contactIds).where('deleted_at', 'is', null).orderBy('entry_on', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** The columns of the fields that are set. */
export function entryColumns(fields: EntryInput): ReturnType<typeof columnsOf>
export function entryColumns(fields: Partial<EntryInput>): Partial<ReturnType<typeof columnsOf>>
export function entryColumns(fields: Partial<EntryInput>): Partial<ReturnType<typeof columnsOf>> {
  return Object.fromEntries(Object.entries(columnsOf(fields as EntryInput)).filter(([, value]) => value !== undefined))
}

function columnsOf(fields: EntryInput) {
  return {
    entry_on: fields.on, kind: fields.kind, way: fields.way, contact_id: fields.contactId, correspondent: fields.correspondent, subject: fields.subject,
    reference: fields.reference, follow_up_on: fields.followUpOn, assignee_id: fields.assigneeId, assignee_name: fields.assigneeName, note: fields.note,
  }
}

async function asEntries(database: Database, rows: readonly Row[]): Promise<Entry[]> {
  const ids = rows.map(({ id }) => id)
  const records = rows.flatMap(({ record_id }) => record_id ?? [])
  const counts = await database.selectFrom('document').select(['owner_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('owner_id', 'in', [...ids, ...records]).where('deleted_at', 'is', null).groupBy('owner_id').execute()
  const titles = await database.selectFrom('search_document').select(['record_id', 'title']).where('record_id', 'in', records).execute()
  const countOf = (id: string | null): number => counts.find(({ owner_id }) => owner_id === id)?.count ?? 0
  return rows.map((row) => ({
    id: row.id, version: row.version, number: row.number, direction: row.direction, on: row.entry_on, kind: row.kind, way: row.way, contactId: row.contact_id,
    correspondent: row.correspondent, subject: row.subject, reference: row.reference, followUpOn: row.follow_up_on, followUpDoneOn: row.follow_up_done_on,
    assigneeId: row.assignee_id, assigneeName: row.assignee_name, note: row.note, trashed: row.deleted_at !== null,
    record: row.record_type && row.record_id !== null ? { type: row.record_type, id: row.record_id, title: titles.find(({ record_id }) => record_id === row.record_id)?.title ?? '' } : null,
    documents: countOf(row.id) + countOf(row.record_id),
  }))
}
