import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../shared/dates.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { EventState } from '../../../shared/events/catalogue.ts'
import { eventFaults, type EventInput, type EventListItem, type OfficeEvent, type Partner } from '../../../shared/events/model.ts'
import type { ChangeReceipt, RecordRef } from '../../../shared/records/model.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import type { Action } from '../database/change-log.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { ReadDatabase } from '../database/side.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import type { OfficeDesk } from '../session.ts'
import { addChecklist, moveTasksAlong, plannedMoves, tasksOfRecord, type MovedTask } from '../tasks/service.ts'
import { getChecklist } from './checklists/service.ts'
import { eventOfReceipt, papersOfEvent } from './money/repository.ts'
import { eventColumns, listEvents, partnerRows, readEvent, type EventQuery } from './repository.ts'

/** A write in the database of the office. */
export type EventTransaction = WriteTransaction<OfficeSchema>
export const eventRef = (id: string): RecordRef => ({ type: 'event', id })

/** One page of events. */
export async function findEvents(desk: OfficeDesk, query: Omit<EventQuery, 'today'>, today = isoDay(new Date())): Promise<{ events: EventListItem[]; total: number }> {
  return listEvents(desk.database.read, { ...query, today })
}

/** One event, also from the trash. @throws OfficeError `not-found` */
export async function getEvent(desk: OfficeDesk, id: string): Promise<OfficeEvent> {
  const event = await readEvent(desk.database.read, id)
  if (!event) throw new OfficeError('not-found')
  return event
}

/** One event by its own id, or by that of a receipt: a paper knows the receipt that it lies with. @throws OfficeError `not-found` */
export async function showEvent(desk: OfficeDesk, id: string): Promise<OfficeEvent> {
  return await readEvent(desk.database.read, id) ?? getEvent(desk, await eventOfReceipt(desk.database.read, id) ?? id)
}

/** Stores a new event, with the tasks of a checklist if one is named. @throws OfficeError `invalid`, `not-found` */
export async function createEvent(desk: OfficeDesk, { fields, checklistId, land }: { fields: EventInput; checklistId: string | null; land: Land }): Promise<ChangeReceipt & { id: string }> {
  expectPossible(fields)
  const checklist = checklistId === null ? null : await getChecklist(desk, checklistId)
  const id = uuidv7()
  const written = await desk.write({ label: 'Veranstaltung angelegt', record: eventRef(id) }, async (transaction) => {
    await transaction.insert('event', { id, ...eventColumns(fields), deleted_at: null, deleted_by: null })
    if (checklist) await addChecklist(transaction, desk, eventRef(id), fields.startsOn, checklist.items, land)
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Stores the fields given. A new day moves the open tasks that are counted from it. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function updateEvent(desk: OfficeDesk, id: string, version: number, fields: Partial<EventInput>, land: Land): Promise<ChangeReceipt> {
  // A new day is a step of its own, so that undo takes back just that with all its tasks.
  const action = fields.startsOn === undefined ? { label: 'Veranstaltung geändert', coalesce: `event:${id}` } : { label: 'Tag der Veranstaltung geändert' }
  return changeEvent(desk, id, version, action, async (transaction, stored) => {
    const whole = { ...stored, ...fields }
    expectPossible(whole)
    await transaction.update('event', id, eventColumns(fields))
    if (whole.startsOn !== null && whole.startsOn !== stored.startsOn) await moveTasksAlong(transaction, eventRef(id), whole.startsOn, land)
  })
}

/** Replaces who takes part in making an event. @throws OfficeError `conflict`, `not-found` */
export async function setPartners(desk: OfficeDesk, id: string, version: number, partners: readonly Partner[]): Promise<ChangeReceipt> {
  return changeEvent(desk, id, version, { label: 'Beteiligte geändert', coalesce: `event-partners:${id}` }, (transaction) =>
    transaction.replaceRows('event_partner', 'event_id', id, partnerRows(id, partners)))
}

/** Moves an event with its tasks and the papers of its receipts to the trash. @throws OfficeError `conflict`, `not-found` */
export async function removeEvent(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return changeEvent(desk, id, version, { label: 'Veranstaltung gelöscht' }, async (transaction) => {
    await transaction.trash(eventRef(id), desk.person.id)
    for (const task of await tasksOfRecord(transaction.database, eventRef(id))) await transaction.trash({ type: 'task', id: task.id }, desk.person.id)
    for (const paper of await papersOfEvent(transaction.database, id)) await transaction.trash({ type: 'document', id: paper.id }, desk.person.id)
  })
}

/** Where a new day would bring the open tasks, and which of them would lie before `today`. */
export async function planMove(desk: OfficeDesk, id: string, startsOn: string, land: Land, today = isoDay(new Date())): Promise<(MovedTask & { past: boolean })[]> {
  return (await plannedMoves(desk.database.read, eventRef(id), startsOn, land)).map((move) => ({ ...move, past: move.to < today }))
}

/** Adds the tasks of a checklist to an event. @throws OfficeError `not-found` */
export async function addChecklistToEvent(desk: OfficeDesk, id: string, checklistId: string, land: Land): Promise<{ change: string | null }> {
  const [event, checklist] = [await getEvent(desk, id), await getChecklist(desk, checklistId)]
  return desk.write({ label: 'Checkliste hinzugefügt', record: eventRef(id) }, (transaction) => addChecklist(transaction, desk, eventRef(id), event.startsOn, checklist.items, land))
}

/** One change of an event that the window has seen in `version`. @throws OfficeError `conflict`, `not-found` */
export async function changeEvent(
  desk: OfficeDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: EventTransaction, stored: OfficeEvent) => Promise<void>,
): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: eventRef(id) }, async (transaction) => {
    await transaction.expectVersion(eventRef(id), version, () => readEvent(transaction.database, id))
    const stored = await readEvent(transaction.database, id)
    if (!stored) throw new OfficeError('not-found')
    await work(transaction, stored)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

function expectPossible(fields: EventInput): void {
  const faults = eventFaults(fields)
  if (Object.keys(faults).length > 0) throw new OfficeError('invalid', { fields: faults })
}

/** An event in planning as a handover names it. */
export interface PlannedEvent {
  id: string
  title: string
  startsOn: string | null
  state: EventState
}

/** Events that a person is responsible for and that are not over, the first to begin first. */
export async function plannedEventsOf(database: ReadDatabase<OfficeSchema>, personId: string, today: string): Promise<PlannedEvent[]> {
  const rows = await database.selectFrom('event').select(['id', 'title', 'starts_on', 'state']).where('responsible_id', '=', personId).where('deleted_at', 'is', null)
    .where('state', 'not in', ['held', 'settled', 'cancelled']).where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '>=', today)]))
    .orderBy((eb) => eb('starts_on', 'is', null)).orderBy('starts_on').orderBy('id').execute()
  return rows.map(({ starts_on, ...row }) => ({ ...row, startsOn: starts_on }))
}

/** Series that are not over, and those without a day. */
export async function seriesFrom(database: ReadDatabase<OfficeSchema>, today: string): Promise<{ id: string; title: string; startsOn: string | null; entriesUntil: string | null }[]> {
  const rows = await database.selectFrom('event_series').select(['id', 'title', 'starts_on', 'entries_until']).where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('ends_on', '>=', today), eb('starts_on', '>=', today)])).orderBy('starts_on').orderBy('id').execute()
  return rows.map(({ id, title, starts_on, entries_until }) => ({ id, title, startsOn: starts_on, entriesUntil: entries_until }))
}

/** Gives events in planning of one person to another, as part of a larger step. @returns how many */
export async function giveEvents(transaction: EventTransaction, ids: readonly string[], from: string, to: { id: string; name: string }, today = isoDay(new Date())): Promise<number> {
  const given = (await plannedEventsOf(transaction.database, from, today)).filter(({ id }) => ids.includes(id))
  for (const { id } of given) await transaction.update('event', id, { responsible_id: to.id, responsible_name: to.name })
  return given.length
}
