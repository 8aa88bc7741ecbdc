import { sql, type Kysely, type RawBuilder } from 'kysely'
import { maxSearchHits } from '../../../shared/counselling/model.ts'
import type { CounsellingSchema } from '../database/counselling/schema.ts'
import { matchExpression } from '../database/search-index.ts'
import type { ReadDatabase } from '../database/side.ts'

/** Whether there is anything to look for in what was typed. */
export function canSearch(query: string): boolean {
  return matchExpression(query, 'case') !== null
}

/** Ids of the records of a type that hold every word, the newest first; a word that is everywhere doesn't read everything. */
export function hitIds(query: string, type: 'case' | 'consultation' | 'incident' | 'referral' | 'client-letter' | 'attachment'): RawBuilder<string> {
  return sql`SELECT record_id FROM (
    SELECT document.record_id FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${matchExpression(query, type)} ORDER BY search_index.rowid DESC LIMIT ${maxSearchHits})`
}

/** What a search found: ids by kind, and whether there is more than a list takes. */
export interface SearchHits {
  cases: string[]
  consultations: string[]
  capped: boolean
}

/**
 * Asks the index once for everything that a list needs of it: page, total and whether that is all. Null where nothing was typed.
 */
export async function searchHits(database: ReadDatabase<CounsellingSchema>, query: string): Promise<SearchHits | null> {
  if (query.trim() === '') return null
  if (!canSearch(query)) return { cases: [], consultations: [], capped: false }
  const found = async (type: 'case' | 'consultation'): Promise<string[]> =>
    (await sql<{ record_id: string }>`${hitIds(query, type)}`.execute(executor(database))).rows.map(({ record_id }) => record_id)
  const [cases, consultations] = [await found('case'), await found('consultation')]
  return { cases, consultations, capped: Math.max(cases.length, consultations.length) >= maxSearchHits }
}

/** In SQL: these ids. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql`SELECT value FROM json_each(${JSON.stringify(ids)})`
}

function executor(database: ReadDatabase<CounsellingSchema>): Kysely<CounsellingSchema> {
  return database as Kysely<CounsellingSchema>
}

/** Rows by the order of their ids; missing ones are left out. */
export function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
