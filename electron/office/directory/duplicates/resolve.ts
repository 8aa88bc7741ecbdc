import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** Undone and repeated merges can't make a circle, but what was tampered with might. */
const MAX_STEPS = 100

/**
 * The contact in which one lives on: itself, or the end of a chain of merges. Every link by id from outside office.db, from an old
 * preference or from the history goes through here.
 */
export async function resolveContact(database: Database, id: string): Promise<string> {
  return (await successors(database, id)).at(-1) ?? id
}

/** The contacts into which one was merged, step by step; empty for one that was never merged. */
export async function successors(database: Database, id: string): Promise<string[]> {
  const chain: string[] = []
  for (let current = id; chain.length < MAX_STEPS;) {
    const merge = await database.selectFrom('contact_merge').select('contact_id').where('merged_id', '=', current).where('undone_at', '=', '').executeTakeFirst()
    if (!merge || chain.includes(merge.contact_id)) break
    chain.push(merge.contact_id)
    current = merge.contact_id
  }
  return chain
}

/**
 * The contacts that live on in one, those merged into them included. Whoever keeps something under a contact's id where a merge
 * can't move it (the counselling side) asks for these ids as well; whoever destroys the contact destroys them, too.
 */
export async function absorbedContacts(database: Database, id: string): Promise<string[]> {
  const found: string[] = []
  for (let open = [id]; open.length > 0;) {
    const merges = await database.selectFrom('contact_merge').select('merged_id').where('contact_id', 'in', open).where('undone_at', '=', '').execute()
    open = merges.map(({ merged_id }) => merged_id).filter((merged) => merged !== id && !found.includes(merged))
    found.push(...open)
  }
  return found
}

/** Names under which a contact was known before a merge, for the search. */
export async function absorbedNames(database: Database, id: string): Promise<string[]> {
  const ids = await absorbedContacts(database, id)
  if (ids.length === 0) return []
  const rows = await database.selectFrom('contact').select(['list_name', 'short_name', 'former_names']).where('id', 'in', ids).execute()
  return rows.flatMap(({ list_name, short_name, former_names }) => [list_name, short_name, former_names])
}
