import { sql } from 'kysely'
import type { Series, SeriesInput } from '../../../../shared/events/model.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** One series, trashed or not; null if there is none. */
export async function readSeries(database: Database, id: string): Promise<Series | null> {
  const row = await seriesRows(database).where('event_series.id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** All series, the newest first, those without a day before them. */
export async function listSeries(database: Database): Promise<Series[]> {
  const rows = await seriesRows(database).where('event_series.deleted_at', 'is', null).orderBy(sql`starts_on IS NOT NULL`).orderBy('starts_on', 'desc').orderBy('title_key').execute()
  return rows.map(fromRow)
}

/** Columns of a series. */
export function seriesColumns(fields: SeriesInput) {
  return { title: fields.title, title_key: sortKey(fields.title), motto: fields.motto, starts_on: fields.startsOn, ends_on: fields.endsOn, entries_until: fields.entriesUntil, note: fields.note }
}

function seriesRows(database: Database) {
  return database.selectFrom('event_series').selectAll()
    .select(sql<number>`(SELECT count(*) FROM event WHERE event.series_id = event_series.id AND event.deleted_at IS NULL)`.as('events'))
}

function fromRow(row: Awaited<ReturnType<ReturnType<typeof seriesRows>['executeTakeFirstOrThrow']>>): Series {
  return {
    id: row.id, version: row.version, title: row.title, motto: row.motto, startsOn: row.starts_on, endsOn: row.ends_on, entriesUntil: row.entries_until, note: row.note,
    events: row.events, trashed: row.deleted_at !== null,
  }
}
