import type { Selectable } from 'kysely'
import type { CalendarEntry, EntryInput, Overruled, OverruleInput } from '../../../shared/calendar/model.ts'
import { lastDay } from '../../../shared/calendar/occurrences.ts'
import { groupBy } from '../../../shared/group-by.ts'
import type { CalendarTables } from '../database/office/calendar-tables.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { ReadDatabase } from '../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** One entry, trashed or not; null if there is none. */
export async function readEntry(database: Database, id: string): Promise<CalendarEntry | null> {
  return (await asEntries(database, await database.selectFrom('calendar_entry').selectAll().where('id', '=', id).execute()))[0] ?? null
}

/** Entries that may touch a span of days, both included, by their first day; when repeated ones do, their rule says. */
export async function entriesBetween(database: Database, from: string, to: string): Promise<CalendarEntry[]> {
  return asEntries(database, await database.selectFrom('calendar_entry').selectAll().where('deleted_at', 'is', null).where('last_on', '>=', from).where('starts_on', '<=', to)
    .orderBy('starts_on').orderBy('starts_at').orderBy('id').execute())
}

/** All that the office says of feasts and action days, the last said last. */
export async function overruledDays(database: Database): Promise<Overruled[]> {
  return (await database.selectFrom('overruled_day').selectAll().where('deleted_at', 'is', null).orderBy('updated_at').execute()).map(asOverruled)
}

/** One of {@link overruledDays}, trashed or not; null if there is none. */
export async function readOverruled(database: Database, id: string): Promise<Overruled | null> {
  const row = await database.selectFrom('overruled_day').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? asOverruled(row) : null
}

/** The columns of an entry. */
export function entryColumns(fields: EntryInput) {
  return {
    kind: fields.kind, title: fields.title, starts_on: fields.startsOn, starts_at: fields.startsAt, ends_on: fields.endsOn, ends_at: fields.endsAt, last_on: lastDay(fields),
    place: fields.place, note: fields.note, repeat: fields.repeat, repeat_until: fields.repeat === '' ? null : fields.repeatUntil, person_id: fields.personId, person_name: fields.personName,
  }
}

/** The columns of what is said of a feast or action day. */
export function overruledColumns({ specialDayId, hidden, from, to, note }: OverruleInput) {
  return { special_day: specialDayId, hidden: Number(hidden), from_on: from, to_on: from === null ? null : to, note }
}

async function asEntries(database: Database, rows: readonly Selectable<CalendarTables['calendar_entry']>[]): Promise<CalendarEntry[]> {
  const repeated = rows.filter(({ repeat }) => repeat !== '').map(({ id }) => id)
  const skips = repeated.length === 0 ? [] : await database.selectFrom('calendar_skip').selectAll().where('entry_id', 'in', repeated).orderBy('day').execute()
  const skipped = groupBy(skips, ({ entry_id }) => entry_id)
  return rows.map((row) => ({
    id: row.id, version: row.version, kind: row.kind, title: row.title, startsOn: row.starts_on, startsAt: row.starts_at, endsOn: row.ends_on, endsAt: row.ends_at, place: row.place,
    note: row.note, repeat: row.repeat, repeatUntil: row.repeat_until, personId: row.person_id, personName: row.person_name, trashed: row.deleted_at !== null,
    skipped: (skipped.get(row.id) ?? []).map(({ day }) => day),
  }))
}

function asOverruled(row: Selectable<CalendarTables['overruled_day']>): Overruled {
  return { id: row.id, version: row.version, specialDayId: row.special_day, hidden: row.hidden === 1, from: row.from_on, to: row.to_on, note: row.note }
}
