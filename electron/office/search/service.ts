import type { SearchHit } from '../../../shared/search/contract.ts'
import { findRecords } from '../database/search-index.ts'
import { findSimilar } from '../database/similar-spelling.ts'
import { deskOf, mechanisms, sidesOf, typesSeen } from '../records/service.ts'
import type { Session } from '../session.ts'

/**
 * Finds records of all sides that are open; without the counselling key its index isn't even there to ask.
 * @param limit most hits of each kind of record, so that many letters don't hide the one contact
 */
export async function find(session: Session, query: string, limit: number): Promise<SearchHit[]> {
  const hits: SearchHit[] = []
  for (const side of sidesOf(session)) {
    const desk = deskOf(session, side)
    for (const type of typesSeen(session, side)) {
      const found = await findRecords(mechanisms(desk), query, { type, limit })
      hits.push(...found.map((hit) => ({ side, ...hit })))
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
      hits.push(...found.hits.map((hit) => ({ side, ...hit })))
      for (const word of found.words) words.add(word)
    }
  }
  return { hits, words: [...words] }
}
