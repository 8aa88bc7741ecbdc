import { sql, type Kysely } from 'kysely'
import { normalisedWords, queryTokens } from '../../../shared/search/normalise.ts'
import { neighbours, wordsMeant, type Spelling } from '../../../shared/search/similar.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import { matchExpression, matching, type SearchHit } from './search-index.ts'
import type { ReadDatabase } from './side.ts'

/** Documents that are read to say which spellings were found. */
const documentsRead = 60
const wordsSaid = 5

/** So many spellings of one word are searched for; more could be meant only where nothing certain was typed. */
const spellingsKept = 24

/**
 * An FTS5 expression that finds the records of a type whose words begin like those of `input` with at most one typing error in
 * each, those that are found as typed left out; null where there is no such spelling. Which of the spellings that may have
 * been meant exist is asked of the index itself, some hundred times some microseconds: so no list of the words in use must
 * be kept, which would have to follow every change and could hold words of records that are gone.
 */
export async function similarExpression<Schema extends MechanismSchema>(database: ReadDatabase<Schema>, input: string, type: string): Promise<string | null> {
  const exact = matchExpression(input, type)
  if (exact === null) return null
  const words: string[][] = []
  for (const token of queryTokens(input)) words.push([phrase({ text: token, whole: false }), ...await existing(database, neighbours(token))])
  if (words.every((spellings) => spellings.length === 1)) return null
  const expression = words.map((spellings) => `(${spellings.join(' OR ')})`).join(' AND ')
  return `({record_type} : "${type}" AND {title_text body_text} : (${expression})) NOT (${exact})`
}

async function existing<Schema extends MechanismSchema>(database: ReadDatabase<Schema>, spellings: readonly Spelling[]): Promise<string[]> {
  const found: Spelling[] = []
  // The shortest first: what begins with a spelling that is found already needs no question of its own.
  for (const spelling of [...spellings].sort((a, b) => a.text.length - b.text.length)) {
    if (found.length === spellingsKept) break
    if (found.some(({ text, whole }) => !whole && spelling.text.startsWith(text))) continue
    const { rows } = await sql`SELECT rowid FROM search_index WHERE search_index MATCH ${phrase(spelling)} LIMIT 1`.execute(database as Kysely<Schema>)
    if (rows.length > 0) found.push(spelling)
  }
  return found.map(phrase)
}

function phrase({ text, whole }: Spelling): string {
  return whole ? `"${text}"` : `"${text}"*`
}

/** The newest records of a type that are found with one typing error in a word, and the words that were meant. */
export async function findSimilar<Schema extends MechanismSchema>(
  database: ReadDatabase<Schema>, input: string, { type, limit }: { type: string; limit: number },
): Promise<{ hits: SearchHit[]; words: string[] }> {
  const match = await similarExpression(database, input, type)
  if (match === null) return { hits: [], words: [] }
  const found = await matching(database as unknown as ReadDatabase<MechanismSchema>, match, Math.max(limit, documentsRead))
  return { hits: found.slice(0, limit).map(({ id: _id, ...hit }) => hit), words: meantIn(input, found) }
}

/** The words of the hits that were meant, as they are written there, the most frequent first. */
function meantIn(input: string, hits: readonly SearchHit[]): string[] {
  const counted = new Map<string, number>()
  for (const token of queryTokens(input)) {
    for (const { title, subtitle, line } of hits) {
      for (const word of new Set(wordsMeant(token, `${title} ${subtitle} ${line}`, normalisedWords))) counted.set(word, (counted.get(word) ?? 0) + 1)
    }
  }
  return [...counted].sort((a, b) => b[1] - a[1]).slice(0, wordsSaid).map(([word]) => word)
}
