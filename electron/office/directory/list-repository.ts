import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { isoDay } from '../../../shared/dates.ts'
import { checkDueBefore } from '../../../shared/directory/details.ts'
import { maxSearchHits, type ContactGroup, type ContactListItem, type ContactSelection, type ContactSort } from '../../../shared/directory/list.ts'
import { isOpenFilter, tidyFilter } from '../../../shared/directory/filter.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import { matchExpression } from '../database/search-index.ts'
import { similarExpression } from '../database/similar-spelling.ts'
import type { ReadDatabase } from '../database/side.ts'
import { filterConditions, groupCondition, withinCondition, type Condition } from './finding/conditions.ts'
import { withDetails } from './finding/list-details.ts'
import { isDerivedSort, orderedIds, type DerivedSort } from './finding/derived-orders.ts'

type Database = ReadDatabase<OfficeSchema>

/** Which part of the list is asked for. */
export interface ContactQuery extends ContactSelection {
  query: string
  group: ContactGroup
  sort: ContactSort
  descending: boolean
  offset: number
  limit: number
}

/** A selection with everything looked up that a statement needs. */
export interface Prepared {
  selection: ContactSelection
  /** Expression of the full-text search, null where nothing is searched for. */
  match: string | null
  conditions: readonly Condition[]
  today: string
}

const sortColumns = {
  name: ['name_key', 'id'],
  place: ['place_key', 'name_key', 'id'],
  type: ['type_key', 'name_key', 'id'],
  checked: ['checked_on', 'name_key', 'id'],
  ags: ['ags', 'name_key', 'id'],
  changed: ['updated_at', 'id'],
} as const satisfies Record<Exclude<ContactSort, DerivedSort>, readonly string[]>

/** These orders have an index for each kind; in the others the kind stands at the end of the index. */
const orderedByKind: readonly ContactSort[] = ['name', 'place', 'type']

/** Looks up what a selection needs; null when the words hold nothing to look for. */
export async function prepare(database: Database, selection: ContactSelection): Promise<Prepared | null> {
  const today = isoDay(new Date())
  const query = selection.query ?? ''
  const searching = query.trim() !== ''
  const match = !searching ? null : selection.spelling === 'similar' ? await similarExpression(database, query, 'contact') : matchExpression(query, 'contact')
  if (searching && match === null) return null
  const conditions = await filterConditions(database, tidyFilter(selection.filter ?? {}), today)
  return { selection, match, conditions: selection.within ? [...conditions, withinCondition(selection.within)] : conditions, today }
}

/** The statement that reads one page; its plan uses an index for every order and group. */
export function pageStatement(database: Database, prepared: Prepared, query: Pick<ContactQuery, 'sort' | 'descending' | 'offset' | 'limit'>) {
  const { sort, descending, offset, limit } = query
  if (isDerivedSort(sort)) throw new Error(`"${sort}" is no order of the database.`)
  const direction = descending ? 'desc' : 'asc'
  const selected = selectedContacts(database, prepared, orderedByKind.includes(sort)).select(itemColumns)
  return sortColumns[sort].reduce((sorted, column) => sorted.orderBy(`contact.${column}`, direction), selected).offset(offset).limit(limit)
}

const itemColumns = [
  'contact.id', 'contact.kind', 'contact.list_name as name', 'contact.department', 'contact.type_code as typeCode', 'contact.list_place as place',
  'contact.checked_on as checkedOn', 'contact.ags', 'contact.updated_at as updatedAt',
] as const

/** Reads one page of the list and how many contacts it has in all. Trashed contacts are left out. */
export async function listContacts(database: Database, query: ContactQuery): Promise<{ contacts: ContactListItem[], total: number, capped: boolean }> {
  const prepared = await prepare(database, query)
  if (prepared === null) return { contacts: [], total: 0, capped: false }
  const rows = isDerivedSort(query.sort) ? await derivedPage(database, prepared, query) : await pageStatement(database, prepared, query).execute()
  const contacts = await withDetails(database, rows, prepared.today)
  return { contacts, ...await countSelected(database, prepared) }
}

/** How many contacts a selection has. */
export async function countSelection(database: Database, selection: ContactSelection): Promise<{ total: number, capped: boolean }> {
  const prepared = await prepare(database, selection)
  return prepared === null ? { total: 0, capped: false } : countSelected(database, prepared)
}

async function countSelected(database: Database, prepared: Prepared): Promise<{ total: number, capped: boolean }> {
  const { match, selection: { group = 'all', filter = {}, within } } = prepared
  const whole = isOpenFilter(filter) && within === undefined
  if (match === null && whole) return { total: (await countContacts(database))[group], capped: false }
  const { total } = await selectedContacts(database, prepared, true).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (match === null) return { total, capped: false }
  const hits = whole && group === 'all' ? total : await countHits(database, match)
  return { total, capped: hits >= maxSearchHits }
}

async function derivedPage(database: Database, prepared: Prepared, { sort, descending, offset, limit }: ContactQuery) {
  const names = () => selectedContacts(database, prepared, true).select('contact.id').orderBy('contact.name_key').orderBy('contact.id').execute()
  const ordered = await orderedIds(database, { key: JSON.stringify(prepared.selection), sort: sort as DerivedSort, descending, today: prepared.today }, names)
  const ids = ordered.slice(offset, offset + limit)
  if (ids.length === 0) return []
  const rows = await database.selectFrom('contact').select(itemColumns).where('contact.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many contacts each group has. */
export async function countContacts(database: Database): Promise<Record<ContactGroup, number>> {
  const rows = await countStatement(database).execute()
  const due = await dueStatement(database).executeTakeFirstOrThrow()
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.total ?? 0
  return { all: of('person') + of('organisation'), person: of('person'), organisation: of('organisation'), check: due.total }
}

/** The statement behind `countContacts`. */
export function countStatement(database: Database) {
  return database.selectFrom('contact').select(['kind', (eb) => eb.fn.countAll<number>().as('total')])
    .where('deleted_at', 'is', null).groupBy('kind')
}

/** Counts the contacts that are due for a check. */
export function dueStatement(database: Database) {
  return database.selectFrom('contact').select((eb) => eb.fn.countAll<number>().as('total'))
    .where('deleted_at', 'is', null).where('checked_on', '<', checkDueBefore(isoDay(new Date())))
}

/**
 * The contacts of a selection, not yet sorted. Of a search these are the newest hits, joined to their contacts: sorting every
 * hit of a common word would read half the stock. SQLite keeps the order of a cross join: hits first, then each by its id.
 */
export function selectedContacts(database: Database, prepared: Prepared, ordered: boolean) {
  const { match, selection: { group = 'all', filter }, conditions, today } = prepared
  const all = sql<SqlBool>`${sql.join([groupCondition(group, { kind: filter?.kind, today, ordered }), ...conditions], sql` AND `)}`
  if (match === null) return database.selectFrom('contact').where('contact.deleted_at', 'is', null).where(all)
  return database.selectFrom(hitIds(match).as('hit')).crossJoin('contact')
    .whereRef('contact.id', '=', 'hit.id').where('contact.deleted_at', 'is', null).where(all)
}

async function countHits(database: Database, match: string): Promise<number> {
  const { total } = await database.selectFrom(hitIds(match).as('hit')).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

function hitIds(match: string): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`(SELECT document.record_id AS id
    FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${match}
    ORDER BY search_index.rowid DESC LIMIT ${maxSearchHits})`
}
