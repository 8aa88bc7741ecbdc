import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { usualDeleteAfterDays, type ParticipantState } from '../../../../shared/events/participants/catalogue.ts'
import type { Participant, ParticipantInput, Roster } from '../../../../shared/events/participants/model.ts'
import { getsPlace, hasPlace, mayBeSame, movingUp } from '../../../../shared/events/participants/places.ts'
import type { Action } from '../../database/change-log.ts'
import type { OfficeDesk } from '../../session.ts'
import { eventRef, type EventTransaction } from '../service.ts'
import { dueRosters, lastNumber, participantColumns, readParticipant, readParticipants, readRoster } from './repository.ts'

/** The list of an event with everything that belongs to it. @throws OfficeError `not-found` */
export async function getRoster(desk: OfficeDesk, eventId: string, today = isoDay(new Date())): Promise<Roster> {
  const roster = await readRoster(desk.database.read, eventId, today)
  if (!roster) throw new OfficeError('not-found')
  return roster
}

/**
 * Adds somebody at the end, to the waiting list where the places don't suffice or somebody else waits for them.
 * @param anyway gives a place even so
 * @param arrived notes that they are there
 * @returns also whom of the list it may be: said, never refused
 */
export async function addParticipant(
  desk: OfficeDesk, eventId: string, fields: ParticipantInput, { anyway = false, arrived = false }: { anyway?: boolean; arrived?: boolean } = {},
): Promise<{ change: string | null; id: string; state: ParticipantState; sameAs: string[] }> {
  const id = uuidv7()
  const { change, value } = await changeRoster(desk, eventId, { label: 'Teilnehmende angemeldet' }, async (transaction, { capacity }) => {
    const participants = await readParticipants(transaction.database, eventId)
    const state = anyway || arrived || getsPlace(participants, capacity, fields.persons) ? 'registered' : 'waiting'
    await insertParticipant(transaction, eventId, { id, number: await lastNumber(transaction.database, 'participant', eventId) + 1, fields, state, ...(arrived && { arrivedAt: transaction.now }) })
    return { state, sameAs: participants.filter((other) => other.state !== 'cancelled' && mayBeSame(fields, other)).map((other) => [other.name, other.organisation].filter(Boolean).join(', ')) } as const
  })
  return { change, id, state: value.state, sameAs: [...value.sameAs] }
}

/** Stores the fields given. @throws OfficeError `conflict` for somebody who has changed meanwhile, `not-found` */
export async function updateParticipant(desk: OfficeDesk, eventId: string, { id, revision, fields }: { id: string; revision: number; fields: Partial<ParticipantInput> }): Promise<{ change: string | null; revision: number }> {
  const { change, value } = await changeRoster(desk, eventId, { label: 'Teilnehmende geändert', coalesce: `participant:${id}` }, async (transaction) => {
    const stored = await expectParticipant(transaction, eventId, id)
    if (stored.revision !== revision) throw new OfficeError('conflict', { current: stored })
    await transaction.update('participant', id, { ...participantColumns(fields), ...photoDay(stored, fields), revision: revision + 1 })
    return revision + 1
  })
  return { change, revision: value }
}

/** Gives people of a list another state. Whoever begins to wait does so at the end of the line. @throws OfficeError `not-found` */
export async function setState(desk: OfficeDesk, eventId: string, ids: readonly string[], state: ParticipantState): Promise<{ change: string | null }> {
  const labels = { registered: 'Anmeldung', confirmed: 'Anmeldung bestätigt', waiting: 'Auf die Warteliste gesetzt', cancelled: 'Absage eingetragen' } as const
  const { change } = await changeRoster(desk, eventId, { label: labels[state] }, async (transaction) => {
    for (const id of ids) {
      const stored = await expectParticipant(transaction, eventId, id)
      if (stored.state !== state) await transaction.update('participant', id, { ...stateColumns(state, transaction.now), revision: stored.revision + 1 })
    }
  })
  return { change }
}

/** Gives free places to those who wait: to the first whose group fits, or to all who fit. Nobody moves up where no place is free. */
export async function moveUp(desk: OfficeDesk, eventId: string, all: boolean): Promise<{ change: string | null; moved: string[]; passed: number }> {
  const { change, value } = await changeRoster(desk, eventId, { label: 'Von der Warteliste nachgerückt' }, async (transaction, { capacity }) => {
    const { next, passed } = movingUp(await readParticipants(transaction.database, eventId), capacity, all)
    for (const { id, revision } of next) await transaction.update('participant', id, { ...stateColumns('registered', transaction.now), revision: revision + 1 })
    return { moved: next.map(({ name }) => name), passed }
  })
  return { change, ...value }
}

/** Takes people off the list; undo brings them back until the list is deleted. @throws OfficeError `not-found` */
export async function removeParticipants(desk: OfficeDesk, eventId: string, ids: readonly string[]): Promise<{ change: string | null }> {
  const { change } = await changeRoster(desk, eventId, { label: 'Teilnehmende entfernt' }, async (transaction) => {
    for (const id of ids) {
      await expectParticipant(transaction, eventId, id)
      await transaction.remove('participant', id)
    }
  })
  return { change }
}

/**
 * Notes the arrival of so many of a group, or takes it back. Whoever waited or had cancelled and came anyway has a place.
 * @throws OfficeError `not-found`
 */
export async function setArrived(desk: OfficeDesk, eventId: string, id: string, persons: number | null): Promise<{ change: string | null }> {
  const { change } = await changeRoster(desk, eventId, { label: persons === null ? 'Ankunft zurückgenommen' : 'Ankunft eingetragen' }, async (transaction) => {
    const stored = await expectParticipant(transaction, eventId, id)
    await transaction.update('participant', id, {
      arrived_at: persons === null ? null : stored.arrivedAt ?? transaction.now, arrived_persons: persons ?? 0, revision: stored.revision + 1,
      ...(persons !== null && !hasPlace(stored) ? stateColumns('registered', transaction.now) : {}), ...(persons !== null && persons > stored.persons ? { persons } : {}),
    })
  })
  return { change }
}

/** After how many days the list is due for deletion; null for what is usual. @throws OfficeError `not-found` */
export async function setDeletion(desk: OfficeDesk, eventId: string, days: number | null): Promise<{ change: string | null }> {
  const { change } = await changeRoster(desk, eventId, { label: 'Löschfrist der Teilnehmendenliste geändert', coalesce: `participants-deletion:${eventId}` }, (transaction) =>
    transaction.update('participant_list', eventId, { delete_after_days: days === usualDeleteAfterDays ? null : days }))
  return { change }
}

/** Lists that are due for deletion, also of events in the trash. */
export async function dueLists(desk: OfficeDesk, today = isoDay(new Date())) {
  return dueRosters(desk.database.read, today)
}

/** One change of a list. The step is named after the event, where people look for it; its history lies with the list. @throws OfficeError `not-found` */
export async function changeRoster<Value>(
  desk: OfficeDesk, eventId: string, action: Omit<Action, 'record'>, work: (transaction: EventTransaction, event: { capacity: number | null }) => Promise<Value>,
): Promise<{ change: string | null; value: Value }> {
  const event = await desk.database.read.selectFrom('event').select(['capacity', 'deleted_at']).where('id', '=', eventId).executeTakeFirst()
  if (!event) throw new OfficeError('not-found')
  if (event.deleted_at !== null) throw new OfficeError('invalid', { detail: 'Die Veranstaltung liegt im Papierkorb. Bitte zuerst wiederherstellen.' })
  await beginRoster(desk, eventId)
  return desk.write({ ...action, record: eventRef(eventId) }, (transaction) => work(transaction, event))
}

/** A list begins with the first who is on it. That is no step that could be taken back: others may be on it by then. */
async function beginRoster(desk: OfficeDesk, eventId: string): Promise<void> {
  const known = await desk.database.read.selectFrom('participant_list').select('id').where('id', '=', eventId).executeTakeFirst()
  if (known) return
  const now = new Date().toISOString()
  await desk.database.writeUnlogged((database) => database.insertInto('participant_list')
    .values({ id: eventId, version: 1, created_at: now, updated_at: now, deleted_at: null, deleted_by: null, delete_after_days: null }).onConflict((conflict) => conflict.doNothing()).execute())
}

/** A new row of a list. */
export interface NewParticipant {
  id: string
  number: number
  fields: ParticipantInput
  state: ParticipantState
  /** ISO time of the check-in, of the whole group. */
  arrivedAt?: string
  registeredAt?: string
  fingerprint?: string
}

/** Stores somebody new. */
export async function insertParticipant(transaction: EventTransaction, eventId: string, { id, number, fields, state, arrivedAt, registeredAt, fingerprint = '' }: NewParticipant): Promise<void> {
  await transaction.insert('participant', {
    id, event_id: eventId, number, ...(participantColumns(fields) as Required<ReturnType<typeof participantColumns>> & Record<'name', string>), ...stateColumns(state, transaction.now),
    photo_on: fields.photo === 'unasked' ? null : fields.photoOn ?? isoDay(new Date()), registered_at: registeredAt ?? transaction.now,
    arrived_at: arrivedAt ?? null, arrived_persons: arrivedAt === undefined ? 0 : fields.persons, fingerprint, revision: 1,
  } as never)
}

function stateColumns(state: ParticipantState, now: string): { state: ParticipantState; waiting_since: string | null } {
  return { state, waiting_since: state === 'waiting' ? now : null }
}

/** The day of the answer follows the answer, unless it is told. */
function photoDay(stored: Participant, { photo, photoOn }: Partial<ParticipantInput>): { photo_on?: string | null } {
  if (photo === undefined || photo === stored.photo || (photoOn !== undefined && photoOn !== stored.photoOn)) return {}
  return { photo_on: photo === 'unasked' ? null : isoDay(new Date()) }
}

async function expectParticipant(transaction: EventTransaction, eventId: string, id: string): Promise<Participant> {
  const stored = await readParticipant(transaction.database, eventId, id)
  if (!stored) throw new OfficeError('not-found', { detail: 'Diese Anmeldung gibt es nicht mehr.' })
  return stored
}
