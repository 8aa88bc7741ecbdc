import { sql, type Selectable } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import type { Task, TaskFilter, TaskInput } from '../../../shared/tasks/model.ts'
import { workingDay } from '../../../shared/tasks/lead-time.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { TaskTables } from '../database/office/task-tables.ts'
import { matchExpression, matchingIds } from '../database/search-index.ts'
import type { ReadDatabase } from '../database/side.ts'

type Row = Selectable<TaskTables['task']>
type Database = ReadDatabase<OfficeSchema>

/** Which tasks are asked for, by whom and on which day. */
export interface TaskQuery {
  query: string
  filter: TaskFilter
  from: string | null
  to: string | null
  offset: number
  limit: number
  me: string
  today: string
}

/** The columns of the fields that are set. The due day follows from the day that was wanted. */
export function taskColumns(fields: TaskInput, land: Land): ReturnType<typeof allColumns>
export function taskColumns(fields: Partial<TaskInput>, land: Land): Partial<ReturnType<typeof allColumns>>
export function taskColumns(fields: Partial<TaskInput>, land: Land): Partial<ReturnType<typeof allColumns>> {
  return Object.fromEntries(Object.entries(allColumns(fields as TaskInput, land)).filter(([, value]) => value !== undefined))
}

function allColumns(fields: TaskInput, land: Land) {
  const { wantedOn, record, lead, permit } = fields
  return {
    title: fields.title, note: fields.note, heading: fields.heading, wanted_on: wantedOn, notice_days: fields.noticeDays, repeat: fields.repeat,
    due_on: wantedOn && (lead?.count === 0 ? wantedOn : workingDay(wantedOn, land)),
    assignee_id: fields.assigneeId, assignee_name: fields.assigneeName,
    record_type: record && record.type, record_id: record && record.id, lead_count: lead && lead.count, lead_unit: lead && lead.unit,
    permit: permit === undefined ? (permit as unknown as number) : Number(permit),
  }
}

/** One task, trashed or not; null if there is none. */
export async function readTask(database: Database, id: string): Promise<Task | null> {
  return (await readTasks(database, [id]))[0] ?? null
}

/** Tasks by their ids, trashed or not. */
export async function readTasks(database: Database, ids: readonly string[]): Promise<Task[]> {
  return asTasks(database, await database.selectFrom('task').selectAll().where('id', 'in', ids).execute())
}

/** All tasks about one record that are not in the trash, as its checklist shows them. */
export async function tasksOfRecord(database: Database, { type, id }: { type: string; id: string }): Promise<Task[]> {
  return asTasks(database, await database.selectFrom('task').selectAll().where('record_id', '=', id).where('record_type', '=', type).where('deleted_at', 'is', null)
    .orderBy(sql`due_on IS NULL`).orderBy('due_on').orderBy('position').orderBy('id').execute())
}

/** Open tasks that a person has to do, those with a day first. */
export async function openTasksOf(database: Database, personId: string): Promise<Task[]> {
  return asTasks(database, await database.selectFrom('task').selectAll().where('assignee_id', '=', personId).where('done_at', 'is', null).where('deleted_at', 'is', null)
    .orderBy(sql`due_on IS NULL`).orderBy('due_on').orderBy('id').execute())
}

/** One page of tasks: open ones by their day, done ones the last first. */
export async function listTasks(database: Database, query: TaskQuery): Promise<{ tasks: Task[]; total: number }> {
  const matching = tasksMatching(database, query)
  if (!matching) return { tasks: [], total: 0 }
  const ordered = query.filter === 'done' ? matching.selectAll().orderBy('done_at', 'desc') : matching.selectAll().orderBy(sql`due_on IS NULL`).orderBy('due_on').orderBy('position')
  const rows = await ordered.orderBy('id').offset(query.offset).limit(query.limit).execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { tasks: await asTasks(database, rows), total }
}

/** Open tasks of a person, or of nobody, that are overdue, due or announced by `today`; and how many of them are overdue and due. */
export async function burningTasks(database: Database, me: string, today: string, limit: number): Promise<{ tasks: Task[]; overdue: number; today: number }> {
  const announced = database.selectFrom('task').where('deleted_at', 'is', null).where('done_at', 'is', null)
    .where((eb) => eb.or([eb('assignee_id', '=', me), eb('assignee_id', 'is', null)])).where(sql<boolean>`date(due_on, '-' || notice_days || ' days') <= ${today}`)
  const rows = await announced.selectAll().orderBy('due_on').orderBy('id').limit(limit).execute()
  const counts = await announced.select([sql<number>`coalesce(sum(due_on < ${today}), 0)`.as('overdue'), sql<number>`coalesce(sum(due_on = ${today}), 0)`.as('today')]).executeTakeFirstOrThrow()
  return { tasks: await asTasks(database, rows), ...counts }
}

/** The record with this id among some kinds of records; null where there is none outside of the trash. */
export async function findTarget(database: Database, types: readonly string[], id: string): Promise<(RecordRef & { title: string }) | null> {
  const found = await database.selectFrom('search_document').select(['record_type', 'title']).where('record_id', '=', id).where('record_type', 'in', types).executeTakeFirst()
  return found ? { type: found.record_type, id, title: found.title } : null
}

function tasksMatching(database: Database, { query, filter, from, to, me, today }: TaskQuery) {
  let found = database.selectFrom('task').where('deleted_at', 'is', null).where('done_at', filter === 'done' ? 'is not' : 'is', null)
  if (filter === 'mine') found = found.where((eb) => eb.or([eb('assignee_id', '=', me), eb.and([eb('assignee_id', 'is', null), eb('given_by_id', '=', me)])]))
  if (filter === 'given') found = found.where('given_by_id', '=', me).where('assignee_id', 'is not', null).where('assignee_id', '<>', me)
  if (filter === 'overdue') found = found.where('due_on', '<', today)
  if (from !== null) found = found.where('due_on', '>=', from)
  if (to !== null) found = found.where('due_on', '<=', to)
  if (query.trim() === '') return found
  const match = matchExpression(query, 'task')
  if (!match) return null
  return found.where('id', 'in', matchingIds(match))
}

/** Rows with the titles of what they are about; the search index has the titles of all records that are not in the trash. */
async function asTasks(database: Database, rows: readonly Row[]): Promise<Task[]> {
  const ids = rows.flatMap(({ record_id }) => record_id ?? [])
  const found = ids.length === 0 ? [] : await database.selectFrom('search_document').select(['record_type', 'record_id', 'title']).where('record_id', 'in', ids).execute()
  const titles = new Map(found.map(({ record_type, record_id, title }) => [`${record_type}:${record_id}`, title]))
  return rows.map((row) => ({
    id: row.id, version: row.version, title: row.title, note: row.note, heading: row.heading, wantedOn: row.wanted_on, dueOn: row.due_on, noticeDays: row.notice_days,
    repeat: row.repeat, assigneeId: row.assignee_id, assigneeName: row.assignee_name, givenById: row.given_by_id, givenByName: row.given_by_name,
    doneAt: row.done_at, doneBy: row.done_by, position: row.position, permit: row.permit === 1, trashed: row.deleted_at !== null,
    record: row.record_type === null || row.record_id === null ? null : { type: row.record_type, id: row.record_id },
    recordTitle: titles.get(`${row.record_type}:${row.record_id}`) ?? '',
    lead: row.lead_count === null || row.lead_unit === null ? null : { count: row.lead_count, unit: row.lead_unit },
  }))
}
