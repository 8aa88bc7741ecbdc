import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { addedFigures, evaluationOf, figuresOf } from '../../../../shared/events/participants/figures.ts'
import type { Attendance, EvaluationResult, Roster } from '../../../../shared/events/participants/model.ts'
import { destroyRecords } from '../../database/destroy.ts'
import type { OfficeDesk } from '../../session.ts'
import { eventRef } from '../service.ts'
import { readParticipant } from './repository.ts'
import { getRoster } from './service.ts'

/**
 * Deletes the list of an event for good: everybody on it, what was written on the evaluation sheets, and every step of history that tells of
 * them. The counts stay with the event. Nothing brings the list back.
 * @param keepTexts keeps what was written on the sheets, by the word of a person that nobody is named in it
 * @throws OfficeError `forbidden` for Assistenz before the list is due, `not-found`, `conflict` for a list that changes meanwhile; `disk-full`
 *   and `busy` as `destroyRecords`
 */
export async function destroyRoster(desk: OfficeDesk, eventId: string, keepTexts: boolean, today = isoDay(new Date())): Promise<void> {
  const roster = await getRoster(desk, eventId, today)
  const version = await versionOf(desk, eventId)
  if (version === null) throw new OfficeError('not-found', { detail: 'Es gibt keine Liste, die zu löschen wäre.' })
  if (!roster.deletionDue && desk.person.role === 'assistenz') throw new OfficeError('forbidden', { detail: 'Vor Ablauf der Löschfrist dürfen nur Leitung und Vertretung die Liste endgültig löschen.' })
  const attendance = whatStays(roster, keepTexts, { deletedOn: today, deletedBy: desk.person.name })
  await destroyRecords(desk.database, desk.person, {
    records: [{ ref: { type: 'participants', id: eventId }, reason: 'event-over', proposedBy: desk.person.name }],
    neutralised: [],
    // What was counted must be what is deleted.
    expect: (rows) => { if (rows.read('participant_list', eventId)?.version !== version) throw new OfficeError('conflict') },
    along: (rows) => {
      rows.remove('event_attendance', eventId)
      rows.insert('event_attendance', {
        id: eventId, figures: JSON.stringify(attendance.figures), evaluation: attendance.evaluation && JSON.stringify(attendance.evaluation), deleted_on: attendance.deletedOn, deleted_by: attendance.deletedBy,
      })
      return [eventRef(eventId)]
    },
  })
}

/**
 * Deletes everything of somebody on a list for good, also what the history tells (Art. 17 DSGVO). Removing somebody keeps that until the
 * list goes.
 * @throws OfficeError `not-found`; `disk-full` and `busy` as `destroyRecords`
 */
export async function destroyParticipant(desk: OfficeDesk, eventId: string, id: string): Promise<void> {
  if (!(await readParticipant(desk.database.read, eventId, id))) throw new OfficeError('not-found')
  await destroyRecords(desk.database, desk.person, { records: [], neutralised: [], strays: [{ table: 'participant', id, owner: { type: 'participants', id: eventId }, cleared: null }] })
}

async function versionOf(desk: OfficeDesk, eventId: string): Promise<number | null> {
  const row = await desk.database.read.selectFrom('participant_list').select('version').where('id', '=', eventId).executeTakeFirst()
  return row?.version ?? null
}

function whatStays({ participants, questions, sheets, attendance }: Roster, keepTexts: boolean, by: Pick<Attendance, 'deletedOn' | 'deletedBy'>): Attendance {
  const figures = figuresOf(participants)
  const evaluation = sheets.length === 0 ? null : withoutTexts(evaluationOf(questions, sheets), keepTexts)
  return {
    ...by, figures: attendance ? addedFigures(attendance.figures, figures) : figures,
    evaluation: evaluation && attendance?.evaluation ? { sheets: evaluation.sheets + attendance.evaluation.sheets, questions: [...attendance.evaluation.questions, ...evaluation.questions] } : evaluation ?? attendance?.evaluation ?? null,
  }
}

function withoutTexts(result: EvaluationResult, keepTexts: boolean): EvaluationResult {
  return keepTexts ? result : { ...result, questions: result.questions.map((question) => ({ ...question, texts: [] })) }
}
