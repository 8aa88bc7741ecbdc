import { sql, type RawBuilder } from 'kysely'
import { maxSearchHits } from '../../../shared/counselling/model.ts'
import type { CounsellingSchema } from '../database/counselling/schema.ts'
import { matchExpression } from '../database/search-index.ts'
import type { ReadDatabase } from '../database/side.ts'

/** Whether there is anything to look for in what was typed. */
export function canSearch(query: string): boolean {
  return matchExpression(query, 'case') !== null
}

/** Ids of the records of a type that hold every word, the newest first; a word that is everywhere doesn't read everything. */
export function hitIds(query: string, type: 'case' | 'consultation' | 'incident' | 'referral'): RawBuilder<string> {
  return sql`SELECT record_id FROM (
    SELECT document.record_id FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${matchExpression(query, type)} ORDER BY search_index.rowid DESC LIMIT ${maxSearchHits})`
}

/** Whether there are more hits than a list takes. */
export async function moreHitsThanShown(database: ReadDatabase<CounsellingSchema>, query: string): Promise<boolean> {
  if (query.trim() === '' || !canSearch(query)) return false
  const count = (type: 'case' | 'consultation') => sql<number>`(SELECT count(*) FROM (${hitIds(query, type)}))`
  const { rows } = await sql<{ most: number }>`SELECT max(${count('case')}, ${count('consultation')}) AS most`.execute(database)
  return (rows[0]?.most ?? 0) >= maxSearchHits
}

/** Rows by the order of their ids; missing ones are left out. */
export function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
