import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import { queryTokens, searchText } from '../../../shared/search/normalise.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { RecordDocument, RecordTypes } from './record-type.ts'
import type { Rows } from './rows.ts'

/** One hit of the global search. */
export interface SearchHit {
  record: RecordRef
  title: string
  subtitle: string
  line: string
}

const everywhere = '{title_text body_text}'
const inTitles = '{title_text}'

/**
 * An FTS5 expression that finds the records of a type with every word of `input` as a word's beginning, or null when there
 * is nothing to look for. Tokens are quoted, so nothing typed can be a search operator. The type is a column of the index:
 * picking it out of the hits afterwards would read all of them.
 */
export function matchExpression(input: string, type: string, columns = everywhere): string | null {
  const tokens = queryTokens(input)
  if (tokens.length === 0) return null
  return `{record_type} : "${type}" AND ${columns} : (${tokens.map((token) => `"${token}"*`).join(' ')})`
}

/** Gives the ids of all records that match, for `WHERE id IN …` of a list; in no order and without a limit. */
export function matchingIds(match: string): RawBuilder<string> {
  return sql<string>`(
    SELECT document.record_id FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${match})`
}

/**
 * Finds records of one type by words' beginnings, those with all words in the title first, the newest first within each.
 * Ranking by relevance would read every match, which for a common word is the whole index.
 */
export async function findRecords(
  database: Kysely<MechanismSchema>,
  input: string,
  { type, limit }: { type: string; limit: number },
): Promise<SearchHit[]> {
  const hits = new Map<number, SearchHit>()
  for (const columns of [inTitles, everywhere]) {
    const match = matchExpression(input, type, columns)
    if (!match || hits.size >= limit) break
    for (const { id, ...hit } of await matching(database, match, limit)) {
      if (hits.size < limit) hits.set(id, hit)
    }
  }
  return [...hits.values()]
}

/** The newest records that an FTS5 expression finds. */
export async function matching(database: Pick<Kysely<MechanismSchema>, 'getExecutor'>, match: string, limit: number): Promise<(SearchHit & { id: number })[]> {
  const { rows } = await sql<{
    id: number
    record_type: string
    record_id: string
    title: string
    subtitle: string
    line: string
  }>`SELECT document.id, document.record_type, document.record_id, document.title, document.subtitle, document.line
    FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${match}
    ORDER BY search_index.rowid DESC LIMIT ${limit}`.execute(database)
  return rows.map(({ id, record_type, record_id, title, subtitle, line }) => ({
    id,
    record: { type: record_type, id: record_id },
    title,
    subtitle,
    line,
  }))
}

/**
 * Brings the index up to date for one record; trashed and vanished records leave it.
 * @param described what the writer handed in, so that the record needn't be read again
 * @returns whether the record is called otherwise than before, or has come or gone
 */
export async function indexRecord<Schema extends MechanismSchema>(
  database: Kysely<Schema>,
  rows: Rows,
  types: RecordTypes<Schema>,
  ref: RecordRef,
  described?: RecordDocument,
): Promise<boolean> {
  const type = types.get(ref.type)
  const before = rows.run('SELECT title FROM search_document WHERE record_type = ? AND record_id = ?', [ref.type, ref.id])[0]?.title
  const document = rows.present(type.root, ref.id) ? described ?? await type.document(database, ref.id) : null
  if (!document) {
    rows.run('DELETE FROM search_document WHERE record_type = ? AND record_id = ?', [ref.type, ref.id])
    return before !== undefined
  }
  const { title, subtitle, line, words } = document
  rows.run(
    `INSERT INTO search_document (record_type, record_id, title, subtitle, line, title_text, body_text)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (record_type, record_id) DO UPDATE SET title = excluded.title, subtitle = excluded.subtitle,
        line = excluded.line, title_text = excluded.title_text, body_text = excluded.body_text`,
    [ref.type, ref.id, title, subtitle, line, searchText([title]), searchText([subtitle, line, ...words])],
  )
  return before !== title
}
