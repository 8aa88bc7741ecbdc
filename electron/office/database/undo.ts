import type { Kysely } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { decodeImage, type Actor } from './change-log.ts'
import type { RowImage } from './rows.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { DatabaseSide, Written } from './side.ts'
import { sameValue, type WriteTransaction } from './write-transaction.ts'

/** Columns that the write mechanism keeps by itself and that undo leaves to it. */
const keptByMechanism = new Set(['version', 'created_at', 'updated_at'])

/**
 * Takes back one group of changes as a whole, as a new group that can itself be taken back.
 * @returns the German label of what was taken back
 * @throws OfficeError `not-found` for an unknown group; `conflict` when something it changed has been changed since:
 *   then nothing is taken back
 */
export async function undoGroup<Schema extends MechanismSchema>(
  side: DatabaseSide<Schema>,
  actor: Actor,
  groupId: string,
): Promise<Written<string>> {
  const groups = side.read as unknown as Kysely<MechanismSchema>
  const group = await groups.selectFrom('change_group').selectAll().where('id', '=', groupId).executeTakeFirst()
  if (!group) throw new OfficeError('not-found')
  if (group.undone_by) throw new OfficeError('conflict', { detail: 'Dieser Schritt wurde bereits rückgängig gemacht.' })

  const record = group.record_type && group.record_id ? { type: group.record_type, id: group.record_id } : undefined
  const label = group.undoes ? `Wiederhergestellt: ${baseLabel(group.action)}` : `Rückgängig: ${baseLabel(group.action)}`
  return side.write(actor, { label, undoes: groupId, ...(record && { record }) }, async (transaction) => {
    const log = transaction.database as unknown as Kysely<MechanismSchema>
    // Read again inside the transaction: two quick Strg+Z must not take the same step back twice.
    const current = await log.selectFrom('change_group').select('undone_by').where('id', '=', groupId).executeTakeFirst()
    if (!current || current.undone_by) throw new OfficeError('conflict', { detail: 'Dieser Schritt wurde bereits rückgängig gemacht.' })
    const entries = await log
      .selectFrom('change_entry')
      .selectAll()
      .where('group_id', '=', groupId)
      .orderBy('id', 'desc')
      .execute()
    for (const entry of entries) {
      const ref: RecordRef = { type: entry.record_type, id: entry.record_id }
      const change = { before: decodeImage(entry.before), after: decodeImage(entry.after) }
      await takeBack(transaction, ref, entry.table_name, entry.row_id, change)
    }
    const [latest] = await log.selectFrom('change_group').select('id').where('undoes', '=', groupId).orderBy('id', 'desc').limit(1).execute()
    await log.updateTable('change_group').set({ undone_by: latest?.id ?? groupId }).where('id', '=', groupId).execute()
    return baseLabel(group.action)
  })
}

/** The newest group of a person since `since` that can still be taken back, null if there is none. */
export async function lastUndoable(
  database: Kysely<MechanismSchema>,
  personId: string,
  since: string,
): Promise<{ id: string; at: string } | null> {
  const group = await database
    .selectFrom('change_group')
    .select(['id', 'at'])
    .where('person_id', '=', personId)
    .where('at', '>=', since)
    .where('undone_by', 'is', null)
    .where('undoes', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return group ?? null
}

async function takeBack<Schema extends MechanismSchema>(
  transaction: WriteTransaction<Schema>,
  ref: RecordRef,
  table: string,
  rowId: string,
  change: { before: RowImage | null; after: RowImage | null },
): Promise<void> {
  const now = await transaction.row(table, rowId)
  const unchangedSince = change.after === null ? now === null : now !== null && holds(now, change.after)
  if (!unchangedSince) throw changedSince()
  try {
    await transaction.applyImage(ref, table, rowId, { from: change.after, to: change.before })
  } catch (error) {
    // A row that came later refers to this one, or has taken its place.
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw changedSince()
    throw error
  }
}

function changedSince(): OfficeError {
  return new OfficeError('conflict', { detail: 'Inzwischen wurde hier etwas geändert. Es wurde nichts rückgängig gemacht.' })
}

/** Whether a row still has the values that a change gave it. */
function holds(row: RowImage, image: RowImage): boolean {
  return Object.entries(image).every(([column, value]) => keptByMechanism.has(column) || sameValue(row[column], value))
}

function baseLabel(action: string): string {
  return action.replace(/^(Rückgängig|Wiederhergestellt): /, '')
}
