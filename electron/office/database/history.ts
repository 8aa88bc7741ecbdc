import type { Kysely } from 'kysely'
import type { HistoryEntry, RecordRef } from '../../../shared/records/model.ts'
import { decodeImage } from './change-log.ts'
import type { RowImage } from './rows.ts'
import type { MechanismSchema } from './mechanism-schema.ts'

/** Columns that say nothing to a reader of the history. */
const silent = new Set(['id', 'version', 'created_at', 'updated_at', 'deleted_by'])

/** The history of one record, the newest step first. */
export async function recordHistory(
  database: Kysely<MechanismSchema>,
  ref: RecordRef,
  limit = 200,
): Promise<HistoryEntry[]> {
  const rows = await database
    .selectFrom('change_entry')
    .innerJoin('change_group', 'change_group.id', 'change_entry.group_id')
    .select([
      'change_group.id as change',
      'change_group.at',
      'change_group.person_name',
      'change_group.action',
      'change_group.undone_by',
      'change_entry.table_name',
      'change_entry.row_id',
      'change_entry.before',
      'change_entry.after',
    ])
    .where('change_entry.record_type', '=', ref.type)
    .where('change_entry.record_id', '=', ref.id)
    .orderBy('change_entry.id', 'desc')
    .limit(limit)
    .execute()

  const entries = new Map<string, HistoryEntry>()
  for (const row of rows) {
    const entry = entries.get(row.change) ?? {
      change: row.change,
      at: row.at,
      personName: row.person_name,
      action: row.action,
      undone: row.undone_by !== null,
      fields: [],
    }
    entry.fields.push(...fieldChanges(row.table_name, row.row_id, decodeImage(row.before), decodeImage(row.after)))
    entries.set(row.change, entry)
  }
  return [...entries.values()]
}

/** The last step of each record that a step was about, the newest first. */
export async function recentChanges(
  database: Kysely<MechanismSchema>,
  limit: number,
): Promise<{ change: string; at: string; personName: string; action: string; record: RecordRef }[]> {
  const steps = await database
    .selectFrom('change_group')
    .select(['id', 'at', 'person_name', 'action', 'record_type', 'record_id'])
    .where('record_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const newest = new Map<string, (typeof steps)[number]>()
  for (const step of steps) {
    const key = `${step.record_type}:${step.record_id}`
    if (!newest.has(key)) newest.set(key, step)
  }
  return [...newest.values()].map((step) => ({
    change: step.id,
    at: step.at,
    personName: step.person_name,
    action: step.action,
    record: { type: step.record_type as string, id: step.record_id as string },
  }))
}

/** How often what was done to a record, without what was changed and by whom; for the person whom it is about. */
export async function historyCounts(database: Kysely<MechanismSchema>, { type, id }: RecordRef): Promise<{ action: string; times: number; first: string; last: string }[]> {
  return database
    .selectFrom('change_group')
    .select((eb) => ['action', eb.fn.countAll<number>().as('times'), eb.fn.min('at').as('first'), eb.fn.max('at').as('last')])
    .where('id', 'in', (eb) => eb.selectFrom('change_entry').select('group_id').where('record_type', '=', type).where('record_id', '=', id))
    .groupBy('action')
    .orderBy('first')
    .execute()
}

function fieldChanges(table: string, row: string, before: RowImage | null, after: RowImage | null): HistoryEntry['fields'] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields]
    .filter((field) => !silent.has(field) && !field.endsWith('_id'))
    .map((field) => ({ table, row, field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => change.before !== change.after)
}
