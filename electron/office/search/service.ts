import type { SearchHit } from '../../../shared/search/contract.ts'
import { findRecords } from '../database/search-index.ts'
import { findSimilar } from '../database/similar-spelling.ts'
import { deskOf, mechanisms, seenOf, sidesOf, typesSeen } from '../records/service.ts'
import type { Session } from '../session.ts'

/** So many times the wanted hits are looked at, because some may belong to somebody else. */
const LOOKED_AT = 5

/**
 * Finds records of all sides that are open; without the counselling key its index isn't even there to ask.
 * @param limit most hits of each kind of record, so that many letters don't hide the one contact
 */
export async function find(session: Session, query: string, limit: number): Promise<SearchHit[]> {
  const hits: SearchHit[] = []
  for (const side of sidesOf(session)) {
    const desk = deskOf(session, side)
    for (const type of typesSeen(session, side)) {
      const found = await seenOf(session, side, await findRecords(mechanisms(desk), query, { type, limit: limit * LOOKED_AT }))
      hits.push(...found.slice(0, limit).map((hit) => ({ side, ...hit })))
    }
  }
  return hits
}

/**
 * Finds records of all sides that are open by words with one typing error, and says which words were meant. Each side is asked
 * for spellings in its own index only.
 */
export async function findMisspelt(session: Session, query: string, limit: number): Promise<{ hits: SearchHit[], words: string[] }> {
  const hits: SearchHit[] = []
  const words = new Set<string>()
  for (const side of sidesOf(session)) {
    const desk = deskOf(session, side)
    for (const type of typesSeen(session, side)) {
      const found = await findSimilar(mechanisms(desk), query, { type, limit })
      const seen = await seenOf(session, side, found.hits)
      hits.push(...seen.map((hit) => ({ side, ...hit })))
      // The words come from what was found: nobody learns one from a record that they may not see.
      if (seen.length === found.hits.length) for (const word of found.words) words.add(word)
    }
  }
  return { hits, words: [...words] }
}
