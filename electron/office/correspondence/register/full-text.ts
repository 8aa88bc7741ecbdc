import { sql } from 'kysely'
import { queryTokens, searchText } from '../../../../shared/search/normalise.ts'
import { matchExpression } from '../../database/search-index.ts'
import type { OfficeDesk } from '../../session.ts'

/** A place where words were found. */
export interface TextHit {
  record: { type: string; id: string }
  typeLabel: string
  title: string
  subtitle: string
  line: string
  excerpt: string
}

const types = ['document', 'letter', 'statement', 'register-entry'] as const
const around = 90

/** Finds papers, letters, statements and lines of the register by everything that stands in them, the newest first; without words the newest papers. */
export async function searchTexts(desk: OfficeDesk, { query, offset, limit }: { query: string; offset: number; limit: number }): Promise<{ hits: TextHit[]; total: number }> {
  const wanted = query.trim() === '' ? null : types.map((type) => matchExpression(query, type)).filter((match) => match !== null)
  if (wanted?.length === 0) return { hits: [], total: 0 }
  const matching = wanted === null
    ? sql`FROM search_document AS document WHERE document.record_type = 'document'`
    : sql`FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid WHERE search_index MATCH ${wanted.map((match) => `(${match})`).join(' OR ')}`
  const { rows } = await sql<{ record_type: string; record_id: string; title: string; subtitle: string; line: string; body_text: string }>`
    SELECT document.record_type, document.record_id, document.title, document.subtitle, document.line, document.body_text ${matching}
    ORDER BY document.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(desk.database.read)
  const { rows: [count] } = await sql<{ total: number }>`SELECT count(*) AS total ${matching}`.execute(desk.database.read)
  const tokens = queryTokens(query)
  return {
    total: count?.total ?? 0,
    hits: rows.map(({ record_type, record_id, body_text, ...hit }) => ({
      ...hit, record: { type: record_type, id: record_id }, typeLabel: desk.database.types.get(record_type).label, excerpt: excerptOf(body_text, tokens, searchText([hit.title])),
    })),
  }
}

/** Some words around the first hit, as the index knows them. */
function excerptOf(text: string, tokens: readonly string[], title: string): string {
  const first = tokens.find((token) => !title.includes(token))
  const at = first === undefined ? -1 : text.search(new RegExp(`(?:^|[^\\p{L}\\p{N}])${first.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u'))
  if (at < 0) return ''
  const start = Math.max(0, at - around)
  return `${start > 0 ? '… ' : ''}${text.slice(start, at + around).trim()}${at + around < text.length ? ' …' : ''}`
}
