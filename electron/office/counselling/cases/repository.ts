import { sql, type Selectable, type SqlBool, type Updateable } from 'kysely'
import { topicWithChildren } from '../../../../shared/counselling/catalogues.ts'
import type { Case, CaseListItem, CaseSort } from '../../../../shared/counselling/contract.ts'
import type { CaseFields } from '../../../../shared/counselling/model.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingTables } from '../../database/counselling/counselling-tables.ts'
import { worksOn } from '../access/repository.ts'
import { statisticalColumns, statisticalFields } from '../statistics/columns.ts'
import { anyOf, inOrder, searchHits, type SearchHits } from '../search-hits.ts'

type CaseRow = Selectable<CounsellingTables['counselling_case']>

/** Which part of the list of cases is asked for. */
export interface CaseQuery {
  query: string
  topic: string | null
  /** `2026-03`: cases with a consultation in that month. */
  month: string | null
  /** Only cases that this person has taken on or that are opened to them. */
  counsellorId: string | null
  sort: CaseSort
  descending: boolean
  offset: number
  limit: number
}

/** Reads one case, trashed or not. */
export async function readCase(database: ReadDatabase<CounsellingSchema>, id: string): Promise<Case | null> {
  const row = await database.selectFrom('counselling_case').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/**
 * Reads one page of cases and how many match in all; `capped` when the search has more hits than a list takes. Trashed cases are
 * left out.
 */
export async function listCases(
  database: ReadDatabase<CounsellingSchema>,
  query: CaseQuery,
): Promise<{ cases: CaseListItem[]; total: number; capped: boolean }> {
  const hits = await searchHits(database, query.query)
  const matching = casesMatching(database, query, hits)
  const direction = query.descending ? 'desc' : 'asc'
  // The index alone gives the page, however deep; rows are read for the page only.
  const page = await sortColumns[query.sort]
    .reduce((sorted, column) => sorted.orderBy(column, direction), matching.select('id'))
    .offset(query.offset)
    .limit(query.limit)
    .execute()
  const ids = page.map(({ id }) => id)
  const rows = await database
    .selectFrom('counselling_case')
    .select(listColumns)
    .where('id', 'in', ids)
    .execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { cases: inOrder(ids, rows).map(toListItem), total, capped: hits?.capped ?? false }
}

/** Every alias in use, trashed cases included: an alias must not come back for somebody else. */
export async function aliasesInUse(database: ReadDatabase<CounsellingSchema>): Promise<string[]> {
  const rows = await database.selectFrom('counselling_case').select('alias').execute()
  return rows.map((row) => row.alias)
}

/** At most so many cases are offered for an alias that none bears. */
const NEAR = 5

/** The case with this number or alias (upper case and accents don't matter), else some whose alias begins so. Trashed ones are left out. */
export async function casesByReference(
  database: ReadDatabase<CounsellingSchema>,
  reference: string,
  /** Only cases of this person; null for every case. */
  personId: string | null,
): Promise<{ exact: CaseListItem | null; near: CaseListItem[] }> {
  const all = database.selectFrom('counselling_case').select(listColumns).where('deleted_at', 'is', null)
  const cases = personId === null ? all : all.where(worksOn(personId))
  const number = reference.toUpperCase()
  // The number of a case that was merged leads to the one it lives on in.
  const numbered = await cases.where((eb) => eb.or([
    eb('number', '=', number), eb('id', '=', sql<string>`(SELECT merge.case_id FROM case_merge AS merge WHERE merge.merged_number = ${number})`),
  ])).executeTakeFirst()
  if (numbered) return { exact: toListItem(numbered), near: [] }
  // The key's first part is the alias without case and accents.
  const plain = sortKey(reference).split('\u0001')[0] ?? ''
  const named = await cases.where('alias_key', '>=', `${plain}\u0001`).where('alias_key', '<', `${plain}\u0002`).executeTakeFirst()
  if (named) return { exact: toListItem(named), near: [] }
  if (plain === '') return { exact: null, near: [] }
  const near = await cases
    .where((eb) => eb.or([
      eb.and([eb('alias_key', '>=', plain), eb('alias_key', '<', `${plain}\uffff`)]),
      eb.and([eb('number', '>=', number), eb('number', '<', `${number}\uffff`)]),
    ]))
    .orderBy('alias_key')
    .limit(NEAR)
    .execute()
  return { exact: null, near: near.map(toListItem) }
}

/** Gives the columns of the fields that are set. */
export function caseColumns(fields: Partial<CaseFields>): Updateable<CounsellingTables['counselling_case']> {
  const { alias, kind, language, note } = fields
  const columns = { alias, alias_key: alias === undefined ? undefined : sortKey(alias), kind, language, note, ...statisticalColumns(fields) }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

const listColumns = ['id', 'number', 'kind', 'alias', 'counsellor_name', 'last_contact', 'last_topic'] as const

const sortColumns = {
  lastContact: ['active_on', 'id'],
  number: ['year', 'sequence', 'letter'],
  alias: ['alias_key', 'id'],
} as const satisfies Record<CaseSort, readonly (keyof CaseRow)[]>

/** The cases asked for, not yet sorted. */
function casesMatching(database: ReadDatabase<CounsellingSchema>, { topic, month, counsellorId }: CaseQuery, hits: SearchHits | null) {
  let cases = database.selectFrom('counselling_case').where('deleted_at', 'is', null)
  if (counsellorId) cases = cases.where(worksOn(counsellorId))
  if (topic) {
    const topics = sql.join([...topicWithChildren(topic)])
    cases = cases.where(sql<SqlBool>`id IN (
      SELECT case_id FROM consultation WHERE deleted_at IS NULL AND topic IN (${topics})
      UNION SELECT consultation.case_id FROM consultation_topic
      JOIN consultation ON consultation.id = consultation_topic.consultation_id
      WHERE consultation.deleted_at IS NULL AND consultation_topic.topic IN (${topics}))`)
  }
  if (month) {
    cases = cases.where(sql<SqlBool>`id IN (
      SELECT case_id FROM consultation
      WHERE deleted_at IS NULL AND held_on BETWEEN ${`${month}-01`} AND ${`${month}-31`})`)
  }
  if (hits === null) return cases
  return cases.where(sql<SqlBool>`id IN (
    ${anyOf(hits.cases)}
    UNION SELECT case_id FROM consultation WHERE id IN (${anyOf(hits.consultations)}))`)
}

function fromRow(row: CaseRow): Case {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    kind: row.kind,
    alias: row.alias,
    language: row.language,
    note: row.note,
    openedOn: row.opened_on,
    anonymous: row.anonymous === 1,
    ...statisticalFields(row),
    closedOn: row.closed_on,
    closedResult: row.closed_result,
    counsellorId: row.counsellor_id,
    counsellorName: row.counsellor_name,
    trashed: row.deleted_at !== null,
    updatedAt: row.updated_at,
  }
}

function toListItem(
  row: Pick<CaseRow, (typeof listColumns)[number]>,
): CaseListItem {
  const { id, number, kind, alias } = row
  return { id, number, kind, alias, counsellorName: row.counsellor_name, lastContact: row.last_contact, lastTopic: row.last_topic }
}
