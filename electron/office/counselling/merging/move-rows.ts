import { sql } from 'kysely'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import { moveLinks } from '../../database/move-links.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { movingColumns } from './case-columns.ts'

type Writing = WriteTransaction<CounsellingSchema>

/** Lists of a case that have an order: what comes is put behind what is there. */
const orderedLists = ['household_person', 'opposing_party'] as const

/** Leads every row of the other case to the kept one, as logged changes. */
export async function moveRows(transaction: Writing, keepId: string, otherId: string): Promise<void> {
  await unlink(transaction, [keepId, otherId])
  await countOnce(transaction, keepId, otherId)
  await combinePrivacy(transaction, keepId, otherId)
  const ends = new Map<string, number>()
  for (const table of orderedLists) ends.set(table, await endOf(transaction, table, keepId))
  for (const { table, column, id } of await moveLinks(transaction, movingColumns(), otherId, keepId)) {
    const end = column === 'case_id' ? ends.get(table) : undefined
    const row = end === undefined ? null : await transaction.row(table, id)
    if (row) await transaction.update(table as (typeof orderedLists)[number], id, { position: Number(row.position) + (end ?? 0) })
  }
}

/** Somebody of the household whose own case was the other one: nobody's case is their own. */
async function unlink(transaction: Writing, ids: readonly string[]): Promise<void> {
  const rows = await transaction.database
    .selectFrom('household_person').select('id').where('case_id', 'in', ids).where('linked_case_id', 'in', ids).execute()
  for (const { id } of rows) await transaction.update('household_person', id, { linked_case_id: null })
}

/** Whoever stands in an incident by both cases is one person affected. */
async function countOnce(transaction: Writing, keepId: string, otherId: string): Promise<void> {
  const rows = await transaction.database
    .selectFrom('incident_affected').select('id').where('case_id', '=', otherId)
    .where('incident_id', 'in', (query) => query.selectFrom('incident_affected').select('incident_id').where('case_id', '=', keepId))
    .execute()
  for (const { id } of rows) await transaction.remove('incident_affected', id)
}

/** What was decided about data protection goes over where the kept case has nothing of its own. */
async function combinePrivacy(transaction: Writing, keepId: string, otherId: string): Promise<void> {
  const of = (caseId: string) => transaction.database.selectFrom('case_privacy').selectAll().where('case_id', '=', caseId).executeTakeFirst()
  const [kept, other] = [await of(keepId), await of(otherId)]
  if (!other) return
  if (!kept) return transaction.update('case_privacy', other.id, { case_id: keepId })
  const empty = Object.entries(kept).filter(([, value]) => value === null || value === '' || value === 0).map(([column]) => column)
  await transaction.update('case_privacy', kept.id, Object.fromEntries(Object.entries(other).filter(([column]) => empty.includes(column))))
}

async function endOf(transaction: Writing, table: (typeof orderedLists)[number], caseId: string): Promise<number> {
  const { rows } = await sql<{ end: number }>`SELECT coalesce(max(position), -1) + 1 AS end FROM ${sql.table(table)} WHERE case_id = ${caseId}`.execute(transaction.database)
  return rows[0]?.end ?? 0
}
