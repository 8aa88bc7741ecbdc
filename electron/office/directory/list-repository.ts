import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { isoDay } from '../../../shared/dates.ts'
import { maxSearchHits, type ContactFilter, type ContactGroup, type ContactListItem, type ContactSort } from '../../../shared/directory/contact.ts'
import { checkDueBefore } from '../../../shared/directory/details.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import { matchExpression } from '../database/search-index.ts'
import type { ReadDatabase } from '../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** Which part of the list is asked for. */
export interface ContactQuery {
  query: string
  group: ContactGroup
  filter?: ContactFilter | undefined
  sort: ContactSort
  descending: boolean
  offset: number
  limit: number
}

const sortColumns = {
  name: ['name_key', 'id'],
  place: ['place_key', 'name_key', 'id'],
  type: ['type_key', 'name_key', 'id'],
} as const satisfies Record<ContactSort, readonly string[]>

/** The statement that reads one page; its plan uses an index for every order and group. */
export function pageStatement(database: Database, query: ContactQuery) {
  const page = query.query.trim() === '' ? wholeStock(database, query) : foundContacts(database, query)
  const direction = query.descending ? 'desc' : 'asc'
  const selected = page.select(['contact.id', 'contact.kind', 'contact.list_name as name', 'contact.department', 'contact.type_code as typeCode', 'contact.list_place as place'])
  return sortColumns[query.sort].reduce((sorted, column) => sorted.orderBy(`contact.${column}`, direction), selected)
    .offset(query.offset).limit(query.limit)
}

/** Reads one page of the list and how many contacts it has in all. Trashed contacts are left out. */
export async function listContacts(database: Database, query: ContactQuery): Promise<{ contacts: ContactListItem[], total: number, capped: boolean }> {
  const searching = query.query.trim() !== ''
  if (searching && matchExpression(query.query, 'contact') === null) return { contacts: [], total: 0, capped: false }
  const rows = await pageStatement(database, query).execute()
  const employers = await readEmployers(database, rows.filter(({ kind }) => kind === 'person').map(({ id }) => id))
  const contacts = rows.map((row) => ({ ...row, employer: employers.get(row.id) ?? '' }))
  const filters = filterConditions(query.filter ?? {}).length > 0
  if (!searching && !filters) return { contacts, total: (await countContacts(database))[query.group], capped: false }
  const total = await (searching ? foundContacts(database, query) : wholeStock(database, query)).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (!searching) return { contacts, total: total.total, capped: false }
  const hits = query.group === 'all' && !filters ? total.total : await countHits(database, query.query)
  return { contacts, total: total.total, capped: hits >= maxSearchHits }
}

/** For the persons of a page the organisation in which they hold a role today (the one that began last). */
async function readEmployers(database: Database, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const roles = await database.selectFrom('contact_role as role').innerJoin('contact as organisation', 'organisation.id', 'role.organisation_id')
    .select(['role.contact_id', 'organisation.list_name'])
    .where('role.contact_id', 'in', personIds).where((eb) => eb.or([eb('role.ended_on', 'is', null), eb('role.ended_on', '>', isoDay(new Date()))]))
    // The sign keeps SQLite from beginning with every organisation there is instead of with these persons' roles.
    .where(sql<SqlBool>`+organisation.deleted_at IS NULL`)
    .orderBy('role.started_on').execute()
  return new Map(roles.map((role) => [role.contact_id, role.list_name]))
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
    .where('deleted_at', 'is', null).where('checked_on', '<', dueBefore())
}

function dueBefore(): string {
  return checkDueBefore(isoDay(new Date()))
}

function wholeStock(database: Database, { group, filter }: ContactQuery) {
  return database.selectFrom('contact').where('contact.deleted_at', 'is', null).where(inGroup(group)).where(holds(filter))
}

/**
 * The newest hits of the search, joined to their contacts. Sorting every hit of a common word would read half the stock.
 * SQLite keeps the order of a cross join: hits first, then each contact by its id.
 */
function foundContacts(database: Database, { query, group, filter }: ContactQuery) {
  return database.selectFrom(hitIds(query).as('hit')).crossJoin('contact')
    .whereRef('contact.id', '=', 'hit.id').where('contact.deleted_at', 'is', null).where(inGroup(group)).where(holds(filter))
}

/** Everything that a filter asks for; each is looked up by the contact's id. */
function filterConditions({ tag, area, language, withoutEmail }: ContactFilter): RawBuilder<SqlBool>[] {
  const labels = Object.entries({ tag, area, language }).filter(([, label]) => label !== undefined).map(([kind, label]) =>
    sql<SqlBool>`EXISTS (SELECT 1 FROM contact_label WHERE contact_id = contact.id AND +kind = ${kind} AND label = ${label})`)
  return withoutEmail ? [...labels, sql<SqlBool>`NOT EXISTS (SELECT 1 FROM contact_channel WHERE contact_id = contact.id AND kind = 'email')`] : labels
}

function holds(filter: ContactFilter = {}): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.join([sql`true`, ...filterConditions(filter)], sql` AND `)}`
}

/** The plus sign keeps the order of the list in command of the index: what is due is picked out on the way. */
function inGroup(group: ContactGroup): RawBuilder<SqlBool> {
  if (group === 'all') return sql<SqlBool>`true`
  return group === 'check' ? sql<SqlBool>`+contact.checked_on < ${dueBefore()}` : sql<SqlBool>`contact.kind = ${group}`
}

async function countHits(database: Database, query: string): Promise<number> {
  const { total } = await database.selectFrom(hitIds(query).as('hit')).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

function hitIds(query: string) {
  return sql<{ id: string }>`(SELECT document.record_id AS id
    FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${matchExpression(query, 'contact') ?? ''}
    ORDER BY search_index.rowid DESC LIMIT ${maxSearchHits})`
}
