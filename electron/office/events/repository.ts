import { sql, type Selectable } from 'kysely'
import type { EventFilter, EventInput, EventListItem, OfficeEvent, Partner } from '../../../shared/events/model.ts'
import { openEventStates } from '../../../shared/events/catalogue.ts'
import { sortKey } from '../../../shared/directory/names.ts'
import type { EventTables } from '../database/office/event-tables.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import { matchExpression, matchingIds } from '../database/search-index.ts'
import type { ReadDatabase } from '../database/side.ts'

type Row = Selectable<EventTables['event']>
type Database = ReadDatabase<OfficeSchema>

/** Which events are asked for, on which day. */
export interface EventQuery {
  query: string
  filter: EventFilter
  kind: string
  seriesId: string | null
  from: string | null
  to: string | null
  offset: number
  limit: number
  today: string
}

/** One event, trashed or not; null if there is none. */
export async function readEvent(database: Database, id: string): Promise<OfficeEvent | null> {
  const row = await withPlaces(database).selectAll('event').where('event.id', '=', id).executeTakeFirst()
  if (!row) return null
  const partners = await database.selectFrom('event_partner').selectAll().where('event_id', '=', id).orderBy('position').execute()
  return {
    ...fieldsOf(row), id: row.id, version: row.version, place: placeOf(row), seriesTitle: row.series_title ?? '', trashed: row.deleted_at !== null,
    partners: partners.map(({ id: partner, role, contact_id, name, note }) => ({ id: partner, role, contactId: contact_id, name, note })),
  }
}

/** One page of events: those to come by their day, without a day last; past ones the last first. */
export async function listEvents(database: Database, query: EventQuery): Promise<{ events: EventListItem[]; total: number }> {
  const match = query.query.trim() === '' ? undefined : matchExpression(query.query, 'event')
  if (match === null) return { events: [], total: 0 }
  let found = withPlaces(database).where('event.deleted_at', 'is', null)
  const lastDay = sql<string>`coalesce(event.ends_on, event.starts_on)`
  if (query.filter === 'coming') found = found.where((eb) => eb.or([eb('event.starts_on', 'is', null), eb(lastDay, '>=', query.today)])).where('event.state', 'in', openEventStates)
  if (query.filter === 'past') found = found.where(lastDay, '<', query.today)
  if (query.kind !== '') found = found.where('event.kind', '=', query.kind)
  if (query.seriesId !== null) found = found.where('event.series_id', '=', query.seriesId)
  if (query.from !== null) found = found.where(lastDay, '>=', query.from)
  if (query.to !== null) found = found.where('event.starts_on', '<=', query.to)
  if (match !== undefined) {
    found = found.where('event.id', 'in', matchingIds(match))
  }
  const direction = query.filter === 'past' ? 'desc' : 'asc'
  const rows = await found.selectAll('event').select([
    sql<number>`(SELECT count(*) FROM task WHERE task.record_id = event.id AND task.done_at IS NULL AND task.deleted_at IS NULL)`.as('open_tasks'),
    sql<number>`(SELECT count(*) FROM task WHERE task.record_id = event.id AND task.done_at IS NULL AND task.deleted_at IS NULL AND task.due_on < ${query.today})`.as('overdue_tasks'),
  ]).orderBy(sql`event.starts_on IS NULL`).orderBy('event.starts_on', direction).orderBy('event.starts_at', direction).orderBy('event.title_key')
    .offset(query.offset).limit(query.limit).execute()
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return {
    events: rows.map((row) => ({
      id: row.id, title: row.title, kind: row.kind, state: row.state, startsOn: row.starts_on, startsAt: row.starts_at, endsOn: row.ends_on, endsAt: row.ends_at,
      place: placeOf(row), seriesTitle: row.series_title ?? '', responsibleName: row.responsible_name, openTasks: row.open_tasks, overdueTasks: row.overdue_tasks,
    })),
    total,
  }
}

/** The columns of the fields that are set. */
export function eventColumns(fields: EventInput): ReturnType<typeof allColumns>
export function eventColumns(fields: Partial<EventInput>): Partial<ReturnType<typeof allColumns>>
export function eventColumns(fields: Partial<EventInput>): Partial<ReturnType<typeof allColumns>> {
  return Object.fromEntries(Object.entries(allColumns(fields as EventInput)).filter(([, value]) => value !== undefined))
}

function allColumns(fields: EventInput) {
  const { title, visitorsCounted } = fields as Partial<EventInput>
  return {
    title: fields.title, title_key: title === undefined ? (title as unknown as string) : sortKey(title), kind: fields.kind, state: fields.state, series_id: fields.seriesId,
    starts_on: fields.startsOn, starts_at: fields.startsAt, ends_on: fields.endsOn, ends_at: fields.endsAt, venue_id: fields.venueId, room_id: fields.roomId,
    place_text: fields.placeText, fallback_place: fields.fallbackPlace, access_note: fields.accessNote, target_group: fields.targetGroup, languages: fields.languages,
    interpretation: fields.interpretation, childcare: fields.childcare, topic: fields.topic, cost: fields.cost, registration: fields.registration,
    programme_text: fields.programmeText, expected: fields.expected, capacity: fields.capacity, visitors: fields.visitors,
    visitors_counted: visitorsCounted === undefined ? (visitorsCounted as unknown as number) : Number(visitorsCounted),
    responsible_id: fields.responsibleId, responsible_name: fields.responsibleName, note: fields.note,
  }
}

/** Rows of an event's partners. */
export function partnerRows(eventId: string, partners: readonly Partner[]) {
  return partners.map(({ id, role, contactId, name, note }, position) => ({ id, event_id: eventId, position, role, contact_id: contactId, name, note }))
}

function withPlaces(database: Database) {
  return database.selectFrom('event')
    .leftJoin('venue', 'venue.id', 'event.venue_id').leftJoin('venue_room', 'venue_room.id', 'event.room_id').leftJoin('event_series', 'event_series.id', 'event.series_id')
    .select(['venue.name as venue_name', 'venue_room.name as room_name', 'event_series.title as series_title'])
}

function placeOf({ venue_name, room_name, place_text }: { venue_name: string | null; room_name: string | null; place_text: string }): string {
  return [venue_name, room_name, place_text].filter((part) => part !== null && part !== '').join(', ')
}

function fieldsOf(row: Row): EventInput {
  return {
    title: row.title, kind: row.kind, state: row.state, seriesId: row.series_id, startsOn: row.starts_on, startsAt: row.starts_at, endsOn: row.ends_on, endsAt: row.ends_at,
    venueId: row.venue_id, roomId: row.room_id, placeText: row.place_text, fallbackPlace: row.fallback_place, accessNote: row.access_note, targetGroup: row.target_group,
    languages: row.languages, interpretation: row.interpretation, childcare: row.childcare, topic: row.topic, cost: row.cost, registration: row.registration,
    programmeText: row.programme_text, expected: row.expected, capacity: row.capacity, visitors: row.visitors, visitorsCounted: row.visitors_counted === 1,
    responsibleId: row.responsible_id, responsibleName: row.responsible_name, note: row.note,
  }
}
