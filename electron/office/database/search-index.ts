import { sql, type Kysely } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import { queryTokens, searchText } from '../../../shared/search/normalise.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { RecordTypes } from './record-type.ts'

/** One hit of the global search. */
export interface SearchHit {
  record: RecordRef
  title: string
  subtitle: string
  line: string
}

/**
 * An FTS5 expression that finds every word of `input` as a word's beginning, or null when there is nothing to look for.
 * Tokens are quoted, so nothing typed can be a search operator.
 */
export function matchExpression(input: string): string | null {
  const tokens = queryTokens(input)
  return tokens.length === 0 ? null : tokens.map((token) => `"${token}"*`).join(' ')
}

/**
 * Finds records by words' beginnings, those with all words in the title first, the newest first within each.
 * Ranking by relevance would read every match, which for a common word is the whole index.
 */
export async function findRecords(
  database: Kysely<MechanismSchema>,
  input: string,
  options: { limit: number; type?: string },
): Promise<SearchHit[]> {
  const match = matchExpression(input)
  if (!match) return []
  const hits = new Map<number, SearchHit>()
  for (const expression of [`{title_text} : (${match})`, match]) {
    if (hits.size >= options.limit) break
    for (const row of await matching(database, expression, options)) {
      if (hits.size < options.limit) {
        hits.set(row.id, {
          record: { type: row.record_type, id: row.record_id },
          title: row.title,
          subtitle: row.subtitle,
          line: row.line,
        })
      }
    }
  }
  return [...hits.values()]
}

async function matching(
  database: Kysely<MechanismSchema>,
  expression: string,
  { limit, type }: { limit: number; type?: string },
): Promise<{ id: number; record_type: string; record_id: string; title: string; subtitle: string; line: string }[]> {
  const ofType = type ? sql`AND document.record_type = ${type}` : sql``
  const { rows } = await sql<{
    id: number
    record_type: string
    record_id: string
    title: string
    subtitle: string
    line: string
  }>`SELECT document.id, document.record_type, document.record_id, document.title, document.subtitle, document.line
    FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${expression} ${ofType}
    ORDER BY search_index.rowid DESC LIMIT ${limit}`.execute(database)
  return rows
}

/** Brings the index up to date for one record; trashed and vanished records leave it. */
export async function indexRecord<Schema extends MechanismSchema>(
  database: Kysely<Schema>,
  types: RecordTypes<Schema>,
  ref: RecordRef,
): Promise<void> {
  const index = database as unknown as Kysely<MechanismSchema>
  const type = types.get(ref.type)
  const { rows } = await sql<{ deleted_at: string | null }>`
    SELECT deleted_at FROM ${sql.table(type.root)} WHERE id = ${ref.id}`.execute(database)
  const document = rows[0] && rows[0].deleted_at === null ? await type.document(database, ref.id) : null
  if (!document) {
    await index.deleteFrom('search_document').where('record_type', '=', ref.type).where('record_id', '=', ref.id).execute()
    return
  }
  const values = {
    title: document.title,
    subtitle: document.subtitle,
    line: document.line,
    title_text: searchText([document.title]),
    body_text: searchText([document.subtitle, document.line, ...document.words]),
  }
  await index
    .insertInto('search_document')
    .values({ record_type: ref.type, record_id: ref.id, ...values })
    .onConflict((conflict) => conflict.columns(['record_type', 'record_id']).doUpdateSet(values))
    .execute()
}
