import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../shared/dates.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { ChangeReceipt, RecordRef } from '../../../shared/records/model.ts'
import { atDistance } from '../../../shared/tasks/lead-time.ts'
import { emptyTask, taskInputSchema, type Task, type TaskInput } from '../../../shared/tasks/model.ts'
import { isRepeatRule, nextDay } from '../../../shared/tasks/repeat.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import type { OfficeDesk } from '../session.ts'
import { burningTasks, listTasks, readTask, readTasks, taskColumns, tasksOfRecord, type TaskQuery } from './repository.ts'

export { openTasksOf, tasksOfRecord } from './repository.ts'

type Transaction = WriteTransaction<OfficeSchema>
type Bulk = { change: string | null; tasks: number }
const taskRef = (id: string): RecordRef => ({ type: 'task', id })

/** One page of tasks. */
export async function findTasks(desk: OfficeDesk, query: Omit<TaskQuery, 'me' | 'today'>, today = isoDay(new Date())): Promise<{ tasks: Task[]; total: number }> {
  return listTasks(desk.database.read, { ...query, me: desk.person.id, today })
}

/** One task, also from the trash. @throws OfficeError `not-found` */
export async function getTask(desk: OfficeDesk, id: string): Promise<Task> {
  const task = await readTask(desk.database.read, id)
  if (!task) throw new OfficeError('not-found')
  return task
}

/** What burns for whoever asks. */
export async function findBurning(desk: OfficeDesk, limit: number, today = isoDay(new Date())): Promise<{ tasks: Task[]; overdue: number; today: number }> {
  return burningTasks(desk.database.read, desk.person.id, today, limit)
}

/**
 * Stores a new task.
 * @throws OfficeError `invalid` for a repetition that isn't one, and for a record of the counselling side: what is to be done about
 * clients never stands where an assistant reads
 */
export async function createTask(desk: OfficeDesk, fields: TaskInput, land: Land): Promise<ChangeReceipt & { id: string }> {
  expectFollowable(fields)
  expectOfOffice(desk, fields.record)
  const id = uuidv7()
  const written = await desk.write({ label: 'Aufgabe angelegt', record: taskRef(id) }, (transaction) => addTask(transaction, desk, fields, land, { id }))
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Adds a task as part of a larger step. */
export async function addTask(
  transaction: Transaction, desk: OfficeDesk, fields: TaskInput, land: Land, more: { id?: string; position?: number; repeatsId?: string } = {},
): Promise<string> {
  const id = more.id ?? uuidv7()
  await transaction.insert('task', {
    id, ...taskColumns(fields, land), repeats_id: more.repeatsId ?? null, position: more.position ?? 0, given_by_id: desk.person.id, given_by_name: desk.person.name,
    done_at: null, done_by: '', deleted_at: null, deleted_by: null,
  })
  return id
}

/** Stores the fields given. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function updateTask(desk: OfficeDesk, id: string, version: number, fields: Partial<TaskInput>, land: Land): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Aufgabe geändert', record: taskRef(id), coalesce: `task:${id}` }, async (transaction) => {
    await transaction.expectVersion(taskRef(id), version, () => readTask(transaction.database, id))
    const stored = await readTask(transaction.database, id)
    if (!stored) throw new OfficeError('not-found')
    const whole = taskInputSchema.parse({ ...stored, ...fields })
    expectFollowable(whole)
    expectOfOffice(desk, whole.record)
    await transaction.update('task', id, taskColumns({ ...fields, lead: whole.lead, wantedOn: whole.wantedOn }, land))
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/**
 * Checks tasks off, or opens them again, in one step. A task that repeats begins its next one; opening it again leaves that one, which
 * undo takes back together with the check.
 */
export async function setTasksDone(desk: OfficeDesk, ids: readonly string[], done: boolean, land: Land, now = new Date()): Promise<Bulk> {
  return changeTasks(desk, ids, done ? 'Erledigt' : 'Wieder geöffnet', async (transaction, task) => {
    if ((task.doneAt !== null) === done) return
    await transaction.update('task', task.id, done ? { done_at: now.toISOString(), done_by: desk.person.name } : { done_at: null, done_by: '' })
    const next = done && task.repeat !== '' && task.wantedOn !== null ? nextOpenDay(task.repeat, task.wantedOn, isoDay(now)) : null
    if (next !== null) await addTask(transaction, desk, { ...task, wantedOn: next }, land, { position: task.position, repeatsId: task.id })
  })
}

/** Gives tasks another day. Tasks of a checklist then keep that day when their date moves. */
export async function postponeTasks(desk: OfficeDesk, ids: readonly string[], to: string, land: Land): Promise<Bulk> {
  return changeTasks(desk, ids, 'Aufgabe verschoben', (transaction, task) => transaction.update('task', task.id, taskColumns({ wantedOn: to, lead: null }, land)))
}

/** Moves tasks to the trash. */
export async function removeTasks(desk: OfficeDesk, ids: readonly string[]): Promise<Bulk> {
  return changeTasks(desk, ids, 'Aufgabe gelöscht', (transaction, task) => transaction.trash(taskRef(task.id), desk.person.id))
}

/** A task of a checklist, and where a new date of its record would bring it. */
export interface MovedTask {
  id: string
  title: string
  from: string | null
  to: string
}

/** Where a new date would bring the open tasks that stand at a distance to it. Days are ISO days. */
export async function plannedMoves(database: Transaction['database'] | OfficeDesk['database']['read'], record: RecordRef, date: string, land: Land): Promise<MovedTask[]> {
  const tasks = (await tasksOfRecord(database, record)).filter(({ lead, doneAt }) => lead !== null && doneAt === null)
  return tasks.map((task) => ({ id: task.id, title: task.title, from: task.dueOn, to: taskColumns({ wantedOn: wantedDay(task, date), lead: task.lead }, land).due_on as string }))
}

/** Moves the open tasks of a record that stand at a distance to its date, as part of a larger step. @param of which of them, where a record has several dates */
export async function moveTasksAlong(transaction: Transaction, record: RecordRef, date: string, land: Land, of: (task: Task) => boolean = () => true): Promise<void> {
  for (const task of await tasksOfRecord(transaction.database, record)) {
    if (task.lead === null || task.doneAt !== null || !of(task)) continue
    await transaction.update('task', task.id, taskColumns({ wantedOn: wantedDay(task, date), lead: task.lead }, land))
  }
}

/** Adds a checklist to a record, as part of a larger step. Without a date its tasks have no day yet. */
export async function addChecklist(
  transaction: Transaction, desk: OfficeDesk, record: RecordRef, date: string | null, items: readonly Pick<TaskInput, 'title' | 'note' | 'heading' | 'lead' | 'permit'>[], land: Land,
): Promise<void> {
  const first = (await tasksOfRecord(transaction.database, record)).length
  for (const [position, item] of items.entries()) {
    await addTask(transaction, desk, { ...emptyTask, ...item, record, wantedOn: date === null || item.lead === null ? null : atDistance(date, item.lead) }, land, { position: first + position })
  }
}

function wantedDay({ lead }: Task, date: string): string {
  return atDistance(date, lead ?? { count: 0, unit: 'T' })
}

/** The next day of a repetition that has not gone: who was away for a month doesn't do four weekly tasks at once. */
function nextOpenDay(rule: string, from: string, today: string): string | null {
  let day = nextDay(rule, from)
  while (day !== null && day < today) day = nextDay(rule, day)
  return day
}

function expectOfOffice(desk: OfficeDesk, record: RecordRef | null): void {
  if (record !== null && !desk.database.types.has(record.type)) throw new OfficeError('invalid', { detail: 'Aufgaben zu Ratsuchenden stehen in der Beratung. Dort geht es mit F4.' })
}

function expectFollowable({ repeat, wantedOn }: Pick<TaskInput, 'repeat' | 'wantedOn'>): void {
  if (!isRepeatRule(repeat)) throw new OfficeError('invalid', { fields: { repeat: 'Diese Wiederholung ist nicht lesbar.' } })
  if (repeat !== '' && wantedOn === null) throw new OfficeError('invalid', { fields: { wantedOn: 'Eine Wiederholung braucht einen ersten Tag.' } })
}

/** One step over several tasks; with one of them it is that task's step. */
async function changeTasks(desk: OfficeDesk, ids: readonly string[], label: string, work: (transaction: Transaction, task: Task) => Promise<void>): Promise<Bulk> {
  const [only] = ids
  let count = 0
  const { change } = await desk.write({ label, ...(ids.length === 1 && only !== undefined && { record: taskRef(only) }) }, async (transaction) => {
    const tasks = await readTasks(transaction.database, ids)
    if (tasks.length === 0) throw new OfficeError('not-found')
    for (const task of tasks) await work(transaction, task)
    count = tasks.length
  })
  return { change, tasks: count }
}

/** Gives open tasks of one person to another, as part of a larger step. What is another's by now stays. @returns how many */
export async function giveTasks(transaction: Transaction, ids: readonly string[], from: string, to: { id: string; name: string }): Promise<number> {
  const given = (ids.length === 0 ? [] : await readTasks(transaction.database, ids)).filter(({ assigneeId, doneAt, trashed }) => assigneeId === from && doneAt === null && !trashed)
  for (const { id } of given) await transaction.update('task', id, { assignee_id: to.id, assignee_name: to.name })
  return given.length
}
