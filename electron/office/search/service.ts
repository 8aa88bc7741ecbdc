import type { SearchHit } from '../../../shared/search/contract.ts'
import { findRecords } from '../database/search-index.ts'
import { deskOf, mechanisms, sidesOf } from '../records/service.ts'
import type { Session } from '../session.ts'

/** Finds records of all sides that are open; without the counselling key its index isn't even there to ask. */
export async function find(session: Session, query: string, limit: number): Promise<SearchHit[]> {
  const hits: SearchHit[] = []
  for (const side of sidesOf(session)) {
    const found = await findRecords(mechanisms(deskOf(session, side)), query, { limit })
    hits.push(...found.map((hit) => ({ side, ...hit })))
  }
  return hits.slice(0, limit * 2)
}
