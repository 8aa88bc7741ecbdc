import { sql, type SqlBool } from 'kysely'
import { detailLabel } from '../../../../shared/directory/details.ts'
import type { ContactSort } from '../../../../shared/directory/list.ts'
import { compareNames, sortKey } from '../../../../shared/directory/names.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { byContact } from './list-details.ts'

type Database = ReadDatabase<OfficeSchema>

const derivedSorts = ['phone', 'email', 'employer', 'languages', 'tags', 'areas'] as const

/** Orders by what stands in other tables, for which a contact has no column. */
export type DerivedSort = typeof derivedSorts[number]

/** Whether an order is made here and not by an index. */
export function isDerivedSort(sort: ContactSort): sort is DerivedSort {
  return (derivedSorts as readonly string[]).includes(sort)
}

interface Wanted {
  /** Says which contacts are asked for. */
  key: string
  sort: DerivedSort
  descending: boolean
  today: string
}

const kept = new WeakMap<Database, { version: string, orders: Map<string, readonly string[]> }>()

/** So many orders are kept while nothing changes: the pages of one list, and a few lists before it. */
const ordersKept = 4

/**
 * All contacts of a list in an order, those without the value last. The whole order is made at the first page and kept until
 * the next commit, so that further pages cost nothing.
 * @param read gives the contacts in the order of their names, which decides between equals
 */
export async function orderedIds(database: Database, wanted: Wanted, read: () => Promise<{ id: string }[]>): Promise<readonly string[]> {
  const version = await dataVersion(database)
  const cache = kept.get(database)
  const orders = cache?.version === version ? cache.orders : new Map<string, readonly string[]>()
  const name = JSON.stringify(wanted)
  const known = orders.get(name)
  if (known) return known
  const ids = (await read()).map(({ id }) => id)
  const keys = await keysOf(database, wanted)
  const sign = wanted.descending ? -1 : 1
  const order = ids.map((id) => ({ id, key: keys.get(id) })).sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined)
    return a.key < b.key ? -sign : a.key > b.key ? sign : 0
  }).map(({ id }) => id)
  orders.set(name, order)
  const oldest = orders.keys().next().value
  if (orders.size > ordersKept && oldest !== undefined) orders.delete(oldest)
  kept.set(database, { version, orders })
  return order
}

/** Changes with every commit, whichever connection made it. */
async function dataVersion(database: Database): Promise<string> {
  const others = await sql<{ data_version: number }>`PRAGMA data_version`.execute(database)
  const own = await sql<{ total: number }>`SELECT total_changes() AS total`.execute(database)
  return `${others.rows[0]?.data_version}:${own.rows[0]?.total}`
}

async function keysOf(database: Database, { sort, today }: Wanted): Promise<Map<string, string>> {
  if (sort === 'phone' || sort === 'email') return channelKeys(database, sort)
  if (sort === 'employer') return employerKeys(database, today)
  return labelKeys(database, ({ languages: 'language', tags: 'tag', areas: 'area' } as const)[sort])
}

async function channelKeys(database: Database, sort: 'phone' | 'email'): Promise<Map<string, string>> {
  const rows = await database.selectFrom('contact_channel').select(['contact_id', 'value', 'e164'])
    .where('kind', 'in', sort === 'phone' ? ['phone', 'mobile'] : ['email'])
    // The last one stays: the preferred, otherwise the first.
    .orderBy('preferred').orderBy('position', 'desc').execute()
  return new Map(rows.map(({ contact_id, value, e164 }) => [contact_id, sort === 'phone' ? e164 ?? value : value.toLowerCase()]))
}

async function employerKeys(database: Database, today: string): Promise<Map<string, string>> {
  const rows = await database.selectFrom('contact_role as role').innerJoin('contact as organisation', 'organisation.id', 'role.organisation_id')
    .select(['role.contact_id', 'organisation.name_key'])
    .where((eb) => eb.or([eb('role.ended_on', 'is', null), eb('role.ended_on', '>', today)])).where(sql<SqlBool>`+organisation.deleted_at IS NULL`)
    .orderBy('role.started_on').execute()
  return new Map(rows.map(({ contact_id, name_key }) => [contact_id, name_key]))
}

async function labelKeys(database: Database, kind: 'tag' | 'area' | 'language'): Promise<Map<string, string>> {
  const rows = await database.selectFrom('contact_label').select(['contact_id', 'label']).where('kind', '=', kind).execute()
  const words = new Map<string, string>()
  const wordOf = (label: string): string => {
    const known = words.get(label)
    const word = known ?? (kind === 'tag' ? label : detailLabel(kind === 'area' ? 'areas' : 'languages', label))
    if (known === undefined) words.set(label, word)
    return word
  }
  const keys = new Map<string, string>()
  for (const [id, labels] of byContact(rows)) {
    keys.set(id, sortKey(labels.map(({ label }) => wordOf(label)).sort(compareNames).join(', ')))
  }
  return keys
}
