import type { Selectable } from 'kysely'
import type { Release, ReleaseInput, ReleaseListItem } from '../../../../shared/correspondence/press/model.ts'
import type { PressTables } from '../../database/office/press-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { matchExpression, matchingIds } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** Which releases are asked for. */
export interface ReleaseQuery {
  query: string
  sort: 'date' | 'title' | 'state' | 'embargo'
  descending: boolean
  offset: number
  limit: number
}

/** One release with quotes, deliveries and what appeared, trashed or not; null if there is none. */
export async function readRelease(database: Database, id: string): Promise<Release | null> {
  const row = await database.selectFrom('press_release').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const letter = await database.selectFrom('letter').select(['number', 'subject', 'status', 'deleted_at']).where('id', '=', row.letter_id).executeTakeFirst()
  const quotes = await database.selectFrom('press_quote').selectAll().where('release_id', '=', id).orderBy('position').execute()
  const deliveries = await database.selectFrom('press_delivery').selectAll().where('release_id', '=', id).orderBy('sent_on').orderBy('id').execute()
  const clippings = await database.selectFrom('clipping').select(['id', 'published_on', 'medium_name', 'title']).where('release_id', '=', id).where('deleted_at', 'is', null).orderBy('published_on').execute()
  return {
    id, version: row.version, letterId: row.letter_id, number: letter?.number ?? '', title: letter?.subject ?? '', final: letter?.status === 'final', letterTrashed: !letter || letter.deleted_at !== null,
    state: row.state, topic: row.topic, embargoAt: row.embargo_at, listId: row.list_id, submittedOn: row.submitted_on, submittedTo: row.submitted_to, releasedOn: row.released_on,
    releasedBy: row.released_by, returnNote: row.return_note, sentOn: row.sent_on, followUpOn: row.follow_up_on, followUpDoneOn: row.follow_up_done_on, note: row.note,
    trashed: row.deleted_at !== null,
    quotes: quotes.map((quote) => ({
      id: quote.id, contactId: quote.contact_id, name: quote.name, role: quote.role, text: quote.text, askedOn: quote.asked_on, grantedOn: quote.granted_on, refusedOn: quote.refused_on,
    })),
    deliveries: deliveries.map((each) => ({ id: each.id, contactId: each.contact_id, name: each.name, way: each.way, sentOn: each.sent_on, entry: each.entry })),
    clippings: clippings.map((each) => ({ id: each.id, on: each.published_on, mediumName: each.medium_name, title: each.title })),
  }
}

/** One page of releases that aren't in the trash. */
export async function listReleases(database: Database, query: ReleaseQuery): Promise<{ releases: ReleaseListItem[]; total: number }> {
  let matching = database.selectFrom('press_release').innerJoin('letter', 'letter.id', 'press_release.letter_id').where('press_release.deleted_at', 'is', null)
  if (query.query.trim() !== '') {
    const match = matchExpression(query.query, 'press-release')
    if (!match) return { releases: [], total: 0 }
    matching = matching.where('press_release.id', 'in', matchingIds(match))
  }
  const direction = query.descending ? 'desc' : 'asc'
  const column = ({ date: 'letter.letter_date', title: 'letter.subject_key', state: 'press_release.state', embargo: 'press_release.embargo_at' } as const)[query.sort]
  const rows = await matching
    .select(['press_release.id', 'letter.number', 'letter.subject', 'letter.letter_date', 'press_release.state', 'press_release.embargo_at', 'press_release.topic', 'press_release.sent_on'])
    .select((eb) => [
      eb.selectFrom('clipping').select((inner) => inner.fn.countAll<number>().as('count')).whereRef('clipping.release_id', '=', 'press_release.id').where('clipping.deleted_at', 'is', null).as('clippings'),
      eb.selectFrom('press_quote').select((inner) => inner.fn.countAll<number>().as('count')).whereRef('press_quote.release_id', '=', 'press_release.id').where('granted_on', 'is', null).where('refused_on', 'is', null).as('open_quotes'),
    ])
    .orderBy(column, direction).orderBy('letter.year', direction).orderBy('letter.sequence', direction).offset(query.offset).limit(query.limit).execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return {
    releases: rows.map((row) => ({
      id: row.id, number: row.number, title: row.subject, date: row.letter_date, state: row.state, embargoAt: row.embargo_at, topic: row.topic, sentOn: row.sent_on,
      clippings: row.clippings ?? 0, openQuotes: row.open_quotes ?? 0,
    })),
    total,
  }
}

/** The columns of the fields that are set. */
export function releaseColumns({ topic, embargoAt, listId, followUpOn, note }: Partial<ReleaseInput>): Partial<Selectable<PressTables['press_release']>> {
  const columns = { topic, embargo_at: embargoAt, list_id: listId, follow_up_on: followUpOn, note }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}
