import type { Selectable } from 'kysely'
import { usualDeleteAfterDays } from '../../../../shared/events/participants/catalogue.ts'
import type { Attendance, EvaluationSheet, Participant, ParticipantInput, Question, Roster } from '../../../../shared/events/participants/model.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ParticipantTables } from '../../database/office/participant-tables.ts'
import type { ReadDatabase } from '../../database/side.ts'

export type Database = ReadDatabase<OfficeSchema>
type Row = Selectable<ParticipantTables['participant']>

/** The whole list of an event, trashed or not; null if there is no such event. */
export async function readRoster(database: Database, eventId: string, today: string): Promise<Roster | null> {
  const event = await database.selectFrom('event').leftJoin('participant_list', 'participant_list.id', 'event.id')
    .select(['event.capacity', 'event.starts_on', 'event.ends_on', 'participant_list.delete_after_days']).where('event.id', '=', eventId).executeTakeFirst()
  if (!event) return null
  const [participants, questions, sheets, attendance] = await Promise.all([readParticipants(database, eventId), readQuestions(database, eventId), readSheets(database, eventId), readAttendance(database, eventId)])
  const deleteAfterDays = event.delete_after_days ?? usualDeleteAfterDays
  const lastDay = event.ends_on ?? event.starts_on
  const deleteFrom = lastDay === null ? null : addDays(lastDay, deleteAfterDays)
  return {
    eventId, capacity: event.capacity, deleteAfterDays, deleteFrom, deletionDue: deleteFrom !== null && deleteFrom <= today && participants.length + sheets.length > 0,
    participants, questions, sheets, attendance,
  }
}

/** Everybody on the list of an event, in the order of registration. */
export async function readParticipants(database: Database, eventId: string): Promise<Participant[]> {
  return (await database.selectFrom('participant').selectAll().where('event_id', '=', eventId).orderBy('number').execute()).map(fromRow)
}

/** Somebody of a list; null if there is none. */
export async function readParticipant(database: Database, eventId: string, id: string): Promise<Participant | null> {
  const row = await database.selectFrom('participant').selectAll().where('event_id', '=', eventId).where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Ids by what the row of an imported list said. */
export async function readFingerprints(database: Database, eventId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await database.selectFrom('participant').select(['id', 'fingerprint']).where('event_id', '=', eventId).where('fingerprint', '<>', '').execute()
  return new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]))
}

/** The highest number that a list has given. */
export async function lastNumber(database: Database, table: 'participant' | 'evaluation_sheet', eventId: string): Promise<number> {
  const row = await database.selectFrom(table).select((eb) => eb.fn.max('number').as('last')).where('event_id', '=', eventId).executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Lists of which the day of deletion has come, the longest due first. */
export async function dueRosters(database: Database, today: string) {
  const rows = await database.selectFrom('participant_list').innerJoin('event', 'event.id', 'participant_list.id')
    .select(['event.id', 'event.title', 'event.starts_on', 'event.ends_on', 'event.deleted_at', 'participant_list.delete_after_days'])
    .select((eb) => [
      eb.selectFrom('participant').select((inner) => inner.fn.countAll<number>().as('n')).whereRef('participant.event_id', '=', 'event.id').as('participants'),
      eb.selectFrom('evaluation_sheet').select((inner) => inner.fn.countAll<number>().as('n')).whereRef('evaluation_sheet.event_id', '=', 'event.id').as('sheets'),
    ])
    .where((eb) => eb(eb.fn.coalesce('event.ends_on', 'event.starts_on'), '<=', today)).execute()
  return rows.flatMap(({ id, title, starts_on, ends_on, deleted_at, delete_after_days, participants, sheets }) => {
    const deleteFrom = addDays(ends_on ?? starts_on ?? today, delete_after_days ?? usualDeleteAfterDays)
    const held = Number(participants ?? 0)
    return deleteFrom <= today && held + Number(sheets ?? 0) > 0 ? [{ eventId: id, title, deleteFrom, participants: held, trashed: deleted_at !== null }] : []
  }).toSorted((a, b) => a.deleteFrom.localeCompare(b.deleteFrom))
}

/** The columns of the fields that are set. */
export function participantColumns(fields: Partial<ParticipantInput>) {
  return {
    name: fields.name, organisation: fields.organisation, contact_id: fields.contactId, email: fields.email, phone: fields.phone, persons: fields.persons,
    languages: fields.languages && JSON.stringify(fields.languages), needs: fields.needs && JSON.stringify(fields.needs), age_group: fields.ageGroup, photo: fields.photo,
    photo_on: fields.photoOn, source: fields.source, note: fields.note,
  }
}

async function readQuestions(database: Database, eventId: string): Promise<Question[]> {
  return database.selectFrom('evaluation_question').select(['id', 'kind', 'text']).where('event_id', '=', eventId).orderBy('position').execute()
}

async function readSheets(database: Database, eventId: string): Promise<EvaluationSheet[]> {
  const rows = await database.selectFrom('evaluation_sheet').select(['id', 'number', 'answers']).where('event_id', '=', eventId).orderBy('number').execute()
  return rows.map(({ answers, ...row }) => ({ ...row, answers: JSON.parse(answers) as EvaluationSheet['answers'] }))
}

/** What stayed of a list that was deleted; null where none was. */
export async function readAttendance(database: Database, eventId: string): Promise<Attendance | null> {
  const row = await database.selectFrom('event_attendance').selectAll().where('id', '=', eventId).executeTakeFirst()
  return row ? {
    figures: JSON.parse(row.figures) as Attendance['figures'], evaluation: row.evaluation === null ? null : JSON.parse(row.evaluation) as Attendance['evaluation'],
    deletedOn: row.deleted_on, deletedBy: row.deleted_by,
  } : null
}

function fromRow(row: Row): Participant {
  return {
    id: row.id, number: row.number, name: row.name, organisation: row.organisation, contactId: row.contact_id, email: row.email, phone: row.phone, persons: row.persons,
    languages: JSON.parse(row.languages) as string[], needs: JSON.parse(row.needs) as Participant['needs'], ageGroup: row.age_group, photo: row.photo, photoOn: row.photo_on,
    source: row.source, note: row.note, state: row.state, waitingSince: row.waiting_since, registeredAt: row.registered_at, arrivedAt: row.arrived_at,
    arrivedPersons: row.arrived_persons, revision: row.revision,
  }
}
