import { sql, type RawBuilder } from 'kysely'
import type { MergeEntry } from '../../../../shared/counselling/merging/contract.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** The case in which one lives on: itself unless it was merged. */
export async function keptCase(database: ReadDatabase<CounsellingSchema>, id: string): Promise<string> {
  const merge = await database.selectFrom('case_merge').select('case_id').where('merged_id', '=', id).executeTakeFirst()
  return merge?.case_id ?? id
}

/** A case and those that live on in it: what is read along stands under any of these ids. */
export async function caseWithMerged(database: ReadDatabase<CounsellingSchema>, id: string): Promise<string[]> {
  const rows = await database.selectFrom('case_merge').select('merged_id').where('case_id', '=', id).execute()
  return [id, ...rows.map(({ merged_id }) => merged_id)]
}

/** In SQL: the case in which the one of a column lives on. */
export function keptCaseOf(column: string): RawBuilder<string> {
  return sql<string>`coalesce((SELECT merge.case_id FROM case_merge AS merge WHERE merge.merged_id = ${sql.ref(column)}), ${sql.ref(column)})`
}

/** Cases that live on in one, the last merged first. */
export async function mergesOf(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<MergeEntry[]> {
  const rows = await database.selectFrom('case_merge').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id, mergedId: row.merged_id, number: row.merged_number, alias: row.former_alias, at: row.merged_at, byName: row.merged_by_name,
  }))
}
