import { uuidv7 } from 'uuidv7'
import { OfficeError } from '../../../../../shared/errors.ts'
import type { Answers, Question } from '../../../../../shared/events/participants/model.ts'
import type { OfficeDesk } from '../../../session.ts'
import { lastNumber } from '../repository.ts'
import { changeRoster } from '../service.ts'

/** Replaces the questions of an event. Answers to a question that goes are kept, and are there again when it comes back by undo. */
export async function setQuestions(desk: OfficeDesk, eventId: string, questions: readonly Question[]): Promise<{ change: string | null }> {
  const { change } = await changeRoster(desk, eventId, { label: 'Fragen der Auswertung geändert', coalesce: `evaluation-questions:${eventId}` }, (transaction) =>
    transaction.replaceRows('evaluation_question', 'event_id', eventId, questions.map(({ id, kind, text }, position) => ({ id, event_id: eventId, position, kind, text }))))
  return { change }
}

/** Stores what stands on one sheet. It gets a number, to be written on the paper. */
export async function addSheet(desk: OfficeDesk, eventId: string, answers: Answers): Promise<{ change: string | null; number: number }> {
  const { change, value } = await changeRoster(desk, eventId, { label: 'Bogen der Auswertung eingetragen' }, async (transaction) => {
    const number = await lastNumber(transaction.database, 'evaluation_sheet', eventId) + 1
    await transaction.insert('evaluation_sheet', { id: uuidv7(), event_id: eventId, number, answers: JSON.stringify(answers) })
    return number
  })
  return { change, number: value }
}

/** Corrects a sheet. @throws OfficeError `not-found` */
export async function updateSheet(desk: OfficeDesk, eventId: string, id: string, answers: Answers): Promise<{ change: string | null }> {
  const { change } = await changeRoster(desk, eventId, { label: 'Bogen der Auswertung geändert' }, async (transaction) => {
    if ((await transaction.row('evaluation_sheet', id))?.event_id !== eventId) throw new OfficeError('not-found')
    await transaction.update('evaluation_sheet', id, { answers: JSON.stringify(answers) })
  })
  return { change }
}

/** Takes a sheet out. @throws OfficeError `not-found` */
export async function removeSheet(desk: OfficeDesk, eventId: string, id: string): Promise<{ change: string | null }> {
  const { change } = await changeRoster(desk, eventId, { label: 'Bogen der Auswertung entfernt' }, async (transaction) => {
    if ((await transaction.row('evaluation_sheet', id))?.event_id !== eventId) throw new OfficeError('not-found')
    await transaction.remove('evaluation_sheet', id)
  })
  return { change }
}
