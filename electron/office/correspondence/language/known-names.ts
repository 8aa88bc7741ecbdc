import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

interface KnownNames { stamp: number; names: ReadonlySet<string> }
const known = new WeakMap<object, KnownNames>()

/**
 * Every word of the names and addresses of the contacts, in small letters. They are read from the contacts when they are needed and kept
 * in memory alone, until something in the database changes.
 */
export async function contactNames(database: ReadDatabase<OfficeSchema>): Promise<ReadonlySet<string>> {
  const newest = await database.selectFrom('change_entry').select(({ fn }) => fn.max('id').as('id')).executeTakeFirst()
  const stamp = newest?.id ?? 0
  const before = known.get(database)
  if (before?.stamp === stamp) return before.names
  const contacts = await database.selectFrom('contact')
    .select(['name', 'short_name', 'department', 'family_name', 'given_names', 'former_names', 'title', 'transliteration', 'responsibility_area'])
    .where('deleted_at', 'is', null).execute()
  const addresses = await database.selectFrom('contact_address').select(['street', 'extra', 'place']).distinct().execute()
  const names = new Set<string>()
  for (const row of [...contacts, ...addresses]) {
    for (const text of Object.values(row)) for (const [name] of text.matchAll(/[\p{L}\p{M}]+/gu)) names.add(name.normalize('NFC').toLowerCase())
  }
  known.set(database, { stamp, names })
  return names
}

/** Whether all of a word's parts are names, with or without the s of the genitive: „Müller-Öztürks". */
export function isName(word: string, names: ReadonlySet<string>): boolean {
  return word.toLowerCase().split(/[-']/u).filter((part) => part !== '').every((part) => names.has(part) || names.has(part.replace(/s$/u, '')))
}
