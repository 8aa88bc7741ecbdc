import type { Selectable } from 'kysely'
import type { Clipping, ClippingInput, ClippingListItem, Period } from '../../../../shared/correspondence/press/model.ts'
import type { PressTables } from '../../database/office/press-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { matchExpression, matchingIds } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { documentsOf } from '../register/documents-repository.ts'

type Row = Selectable<PressTables['clipping']>

/** Which clippings are asked for. */
export interface ClippingQuery extends Period {
  query: string
  sort: 'date' | 'medium' | 'title' | 'topic'
  descending: boolean
  offset: number
  limit: number
}

/** One clipping, trashed or not; null if there is none. */
export async function readClipping(database: ReadDatabase<OfficeSchema>, id: string): Promise<Clipping | null> {
  const row = await database.selectFrom('clipping').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const release = row.release_id === null ? undefined
    : await database.selectFrom('press_release').innerJoin('letter', 'letter.id', 'press_release.letter_id').select('subject').where('press_release.id', '=', row.release_id).executeTakeFirst()
  return { ...fromRow(row), releaseTitle: release?.subject ?? '', papers: (await documentsOf(database, { type: 'clipping', id })).length }
}

/** One page of the press review. */
export async function listClippings(database: ReadDatabase<OfficeSchema>, query: ClippingQuery): Promise<{ clippings: ClippingListItem[]; total: number }> {
  let matching = clippingsIn(database, query)
  if (query.query.trim() !== '') {
    const match = matchExpression(query.query, 'clipping')
    if (!match) return { clippings: [], total: 0 }
    matching = matching.where('clipping.id', 'in', matchingIds(match))
  }
  const direction = query.descending ? 'desc' : 'asc'
  const column = ({ date: 'published_on', medium: 'medium_name', title: 'title', topic: 'topic' } as const)[query.sort]
  const rows = await matching.selectAll().select((eb) => eb.selectFrom('document').select((inner) => inner.fn.countAll<number>().as('count'))
    .where('owner_type', '=', 'clipping').whereRef('owner_id', '=', 'clipping.id').where('document.deleted_at', 'is', null).as('papers'))
    .orderBy(column, direction).orderBy('clipping.id', direction).offset(query.offset).limit(query.limit).execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return {
    clippings: rows.map((row) => ({ id: row.id, on: row.published_on, mediumName: row.medium_name, title: row.title, topic: row.topic, tone: row.tone, papers: row.papers ?? 0 })), total,
  }
}

/** All clippings of a period, the newest first. */
export async function clippingsOf(database: ReadDatabase<OfficeSchema>, period: Period): Promise<ReturnType<typeof fromRow>[]> {
  return (await clippingsIn(database, period).selectAll().orderBy('published_on', 'desc').orderBy('id', 'desc').execute()).map(fromRow)
}

function clippingsIn(database: ReadDatabase<OfficeSchema>, { from, to }: Period) {
  let clippings = database.selectFrom('clipping').where('clipping.deleted_at', 'is', null)
  if (from !== null) clippings = clippings.where('published_on', '>=', from)
  return to === null ? clippings : clippings.where('published_on', '<=', to)
}

function fromRow(row: Row) {
  return {
    id: row.id, version: row.version, on: row.published_on, mediumId: row.medium_id, mediumName: row.medium_name, title: row.title, authorId: row.author_id, authorName: row.author_name,
    topic: row.topic, tone: row.tone, place: row.place, link: row.link, summary: row.summary, releaseId: row.release_id, followUpOn: row.follow_up_on,
    followUpDoneOn: row.follow_up_done_on, trashed: row.deleted_at !== null,
  }
}

type FieldColumns = Omit<Row, 'id' | 'version' | 'created_at' | 'updated_at' | 'deleted_at' | 'deleted_by' | 'follow_up_done_on'>

/** The columns of the fields that are set. */
export function clippingColumns(fields: ClippingInput): FieldColumns
export function clippingColumns(fields: Partial<ClippingInput>): Partial<FieldColumns>
export function clippingColumns(fields: Partial<ClippingInput>): Partial<FieldColumns> {
  const { on, mediumId, mediumName, title, authorId, authorName, topic, tone, place, link, summary, releaseId, followUpOn } = fields
  const columns = {
    published_on: on, medium_id: mediumId, medium_name: mediumName, title, author_id: authorId, author_name: authorName, topic, tone, place, link, summary, release_id: releaseId, follow_up_on: followUpOn,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}
