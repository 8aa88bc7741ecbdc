import { sql } from 'kysely'
import { fold, queryTokens, searchText } from '../../../../shared/search/normalise.ts'
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
/** An excerpt is looked for in so many characters; what stands later is found, but not quoted. */
const longest = 100_000

/** Finds papers, letters, statements and lines of the register by everything that stands in them, the newest first; without words the newest papers. */
export async function searchTexts(desk: OfficeDesk, { query, offset, limit }: { query: string; offset: number; limit: number }): Promise<{ hits: TextHit[]; total: number }> {
  const wanted = query.trim() === '' ? null : types.map((type) => matchExpression(query, type)).filter((match) => match !== null)
  if (wanted?.length === 0) return { hits: [], total: 0 }
  const matching = wanted === null
    ? sql`FROM search_document AS document WHERE document.record_type = 'document'`
    : sql`FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid WHERE search_index MATCH ${wanted.map((match) => `(${match})`).join(' OR ')}`
  const { rows } = await sql<{ record_type: string; record_id: string; title: string; subtitle: string; line: string }>`
    SELECT document.record_type, document.record_id, document.title, document.subtitle, document.line ${matching}
    ORDER BY document.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(desk.database.read)
  const { rows: [count] } = await sql<{ total: number }>`SELECT count(*) AS total ${matching}`.execute(desk.database.read)
  const tokens = queryTokens(query)
  return {
    total: count?.total ?? 0,
    hits: await Promise.all(rows.map(async ({ record_type, record_id, ...hit }) => {
      const type = desk.database.types.get(record_type)
      const first = tokens.find((token) => !searchText([hit.title]).includes(token))
      const words = first === undefined ? [] : (await type.document(desk.database.read, record_id))?.words ?? []
      return { ...hit, record: { type: record_type, id: record_id }, typeLabel: type.label, excerpt: first === undefined ? '' : excerptOf(words, first) }
    })),
  }
}

/** Some words around the first one that begins as the token does: from the text itself rather than from names and references around it. */
function excerptOf(words: readonly string[], token: string): string {
  for (const text of [...new Set(words)].toSorted((a, b) => b.length - a.length)) {
    const excerpt = excerptFrom(text, token)
    if (excerpt !== '') return excerpt
  }
  return ''
}

function excerptFrom(text: string, token: string): string {
  for (const { 0: word, index: at } of text.slice(0, longest).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (!fold(word).startsWith(token) && !searchText([word]).split(' ').some((form) => form.startsWith(token))) continue
    // From the beginning of a word to the end of one.
    const before = at <= around ? text.slice(0, at) : text.slice(at - around, at).replace(/^\S*\s/u, '')
    const rest = text.slice(at)
    const after = rest.length <= word.length + around ? rest : rest.slice(0, word.length + around).replace(/\s\S*$/u, '')
    return `${at > around ? '… ' : ''}${`${before}${after}`.replaceAll(/\s+/gu, ' ').trim()}${after.length < rest.length ? ' …' : ''}`
  }
  return ''
}
