import { sql, type Kysely } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import { groupBy } from '../../../shared/group-by.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { alongKey, decodeImage, isDivisible, type Actor } from './change-log.ts'
import type { RowImage } from './rows.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { DatabaseSide, Written } from './side.ts'
import { sameValue, type WriteTransaction } from './write-transaction.ts'

/** Columns that the write mechanism keeps by itself and that undo leaves to it. */
const keptByMechanism = new Set(['version', 'created_at', 'updated_at'])

/** What was taken back. */
export interface Undone {
  /** German label of the step. */
  action: string
  /** Records of a divisible step that were changed since and stay as they are. */
  kept: RecordRef[]
}

interface Entry { ref: RecordRef; table: string; rowId: string; before: RowImage | null; after: RowImage | null }

/**
 * Takes back one group of changes, as a new group that can itself be taken back. A group is taken back as a whole; of a
 * divisible one, records that were changed since stay and are named.
 * @param stay ids of records of a divisible step that stay for another reason
 * @param along the step of the other side that this one belongs to
 * @throws OfficeError `not-found` for an unknown group; `conflict` when something it changed has been changed since:
 *   then nothing is taken back
 */
export async function undoGroup<Schema extends MechanismSchema>(
  side: DatabaseSide<Schema>,
  actor: Actor,
  groupId: string,
  { stay = new Set(), along }: { stay?: ReadonlySet<string>, along?: string | undefined } = {},
): Promise<Written<Undone>> {
  const groups = side.read as unknown as Kysely<MechanismSchema>
  const group = await groups.selectFrom('change_group').selectAll().where('id', '=', groupId).executeTakeFirst()
  if (!group) throw new OfficeError('not-found')
  if (group.undone_by) throw new OfficeError('conflict', { detail: 'Dieser Schritt wurde bereits rückgängig gemacht.' })

  const record = group.record_type && group.record_id ? { type: group.record_type, id: group.record_id } : undefined
  const label = group.undoes ? `Wiederhergestellt: ${baseLabel(group.action)}` : `Rückgängig: ${baseLabel(group.action)}`
  return side.write(actor, { label, undoes: groupId, ...(record && { record }), ...(along ? { along } : { divisible: isDivisible(group.coalesce_key) }) }, async (transaction) => {
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
    const changes = entries.map((entry): Entry => ({
      ref: { type: entry.record_type, id: entry.record_id }, table: entry.table_name, rowId: entry.row_id,
      before: decodeImage(entry.before), after: decodeImage(entry.after),
    }))
    const kept = isDivisible(group.coalesce_key) ? await takeBackDivided(transaction, changes, stay) : await takeBackWhole(transaction, changes)
    const [latest] = await log.selectFrom('change_group').select('id').where('undoes', '=', groupId).orderBy('id', 'desc').limit(1).execute()
    await log.updateTable('change_group').set({ undone_by: latest?.id ?? groupId }).where('id', '=', groupId).execute()
    return { action: baseLabel(group.action), kept }
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
    // What belongs to a step of the other side goes with that one.
    .where((eb) => eb.or([eb('coalesce_key', 'is', null), eb('coalesce_key', 'not like', alongKey('%'))]))
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return group ?? null
}

/** The steps of this side that belong to a step of the other one and are still in force. */
export async function stepsAlong(database: Kysely<MechanismSchema>, change: string): Promise<string[]> {
  // They came later, so only what is newer is looked through.
  const groups = await database.selectFrom('change_group').select('id').where('id', '>', change).where('coalesce_key', '=', alongKey(change)).where('undone_by', 'is', null).execute()
  return groups.map(({ id }) => id)
}

/** Ids of the records of a step that were changed since. */
export async function changedAfter(database: Kysely<MechanismSchema>, groupId: string): Promise<string[]> {
  const entries = await database.selectFrom('change_entry').selectAll().where('group_id', '=', groupId).execute()
  const changed = new Set<string>()
  for (const { record_id, table_name, row_id, after } of entries) {
    const { rows: [row] } = await sql<RowImage>`SELECT * FROM ${sql.table(table_name)} WHERE id = ${row_id}`.execute(database)
    const image = decodeImage(after)
    if (image === null ? row !== undefined : row === undefined || !holds(row, image)) changed.add(record_id)
  }
  return [...changed]
}

async function takeBackWhole<Schema extends MechanismSchema>(transaction: WriteTransaction<Schema>, entries: readonly Entry[]): Promise<RecordRef[]> {
  for (const entry of entries) await takeBack(transaction, entry)
  return []
}

/**
 * Takes back record by record. One that was changed since, or that a record which stays refers to, stays whole.
 * @throws OfficeError `conflict` when every record would stay
 */
async function takeBackDivided<Schema extends MechanismSchema>(transaction: WriteTransaction<Schema>, entries: readonly Entry[], stay: ReadonlySet<string>): Promise<RecordRef[]> {
  const records = [...groupBy(entries, ({ ref }) => `${ref.type}:${ref.id}`).values()]
  const staying = records.filter(([entry]) => entry !== undefined && stay.has(entry.ref.id))
  let waiting = records.filter((own) => !(own[0] !== undefined && stay.has(own[0].ref.id)))
  // A record may stand in the way of another one only until it is itself taken back.
  for (let before = waiting.length + 1; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length
    const left: Entry[][] = []
    for (const own of waiting) {
      const done = await transaction.attempt(async () => {
        for (const entry of own) await takeBack(transaction, entry)
        const [{ ref }] = own as [Entry]
        if (transaction.vanishedButMentioned(ref)) throw changedSince()
      }, isConflict)
      if (!done) left.push(own)
    }
    waiting = left
  }
  const kept = [...staying, ...waiting]
  if (kept.length === records.length) throw changedSince()
  return kept.map(([entry]) => entry?.ref).filter((ref) => ref !== undefined)
}

function isConflict(error: unknown): boolean {
  return error instanceof OfficeError && error.code === 'conflict'
}

async function takeBack<Schema extends MechanismSchema>(
  transaction: WriteTransaction<Schema>,
  { ref, table, rowId, ...change }: Entry,
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
