import { uuidv7 } from 'uuidv7'
import type { LetterBody } from '../../../../shared/correspondence/body.ts'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { extensionText, filledText } from '../../../../shared/correspondence/statements/catalogue.ts'
import { effectiveDue, type Statement } from '../../../../shared/correspondence/statements/model.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { storeLetter } from '../store-letter.ts'
import { letterToRequester } from './draft.ts'
import { changeStatement, getStatement, type StatementTransaction } from './service.ts'
import { moveSteps } from './steps.ts'

/**
 * Asks whoever wants the statement for more time: a letter with the reason is written, and the statement says that it was asked.
 * @throws OfficeError `invalid` without a deadline or for a day that isn't after it, `conflict`, `not-found`
 */
export async function askExtension(
  desk: OfficeDesk, id: string, version: number, { wanted, reason, letter }: { wanted: string; reason: string; letter: boolean }, today = isoDay(new Date()),
): Promise<ChangeReceipt & { letterId: string | null }> {
  const before = await getStatement(desk, id)
  const due = effectiveDue(before)
  if (due === null) throw new OfficeError('invalid', { detail: 'Ohne Frist gibt es nichts zu verlängern.' })
  if (wanted <= due) throw new OfficeError('invalid', { fields: { wanted: `Bitte einen Tag nach dem ${germanDate(due)} wählen.` } })
  const fields = letter ? { ...await letterToRequester(desk, before, today), subject: `Bitte um Fristverlängerung: ${before.subject}`, body: extensionBody(before, due, wanted, reason) } : null
  let letterId: string | null = null
  const receipt = await changeStatement(desk, id, version, { label: 'Fristverlängerung beantragt' }, async (transaction) => {
    if (fields) letterId = (await storeLetter(transaction, desk, fields, { status: 'draft' })).id
    await transaction.update('statement', id, {
      extension: 'asked', extension_asked_on: today, extension_wanted: wanted, extension_reason: reason, extension_answered_on: null,
      ...(letterId !== null && { extension_letter_id: letterId }),
    })
    await note(transaction, desk, id, 'ask-extension', `Bis ${germanDate(wanted)}. ${reason}`.trim())
  })
  return { ...receipt, letterId }
}

/**
 * Says what came back. A granted extension moves the deadline and every step of the ladder that is still open.
 * @throws OfficeError `invalid` for a granted one without a later day, `conflict`, `not-found`
 */
export async function answerExtension(
  desk: OfficeDesk, id: string, version: number, { granted, until, remark }: { granted: boolean; until: string | null; remark: string }, today = isoDay(new Date()),
): Promise<ChangeReceipt> {
  return changeStatement(desk, id, version, { label: granted ? 'Fristverlängerung gewährt' : 'Fristverlängerung abgelehnt' }, async (transaction, stored) => {
    if (granted && (until === null || until <= (stored.dueOn ?? ''))) throw new OfficeError('invalid', { fields: { until: 'Bitte einen Tag nach der bisherigen Frist wählen.' } })
    const dates = { dueOn: stored.dueOn, extension: granted ? 'granted' as const : 'refused' as const, extendedTo: granted ? until : stored.extendedTo }
    const due = effectiveDue(dates)
    await transaction.update('statement', id, { extension: dates.extension, extended_to: dates.extendedTo, effective_due: due, extension_answered_on: today })
    await moveSteps(transaction, stored, due)
    await note(transaction, desk, id, 'answer-extension', [granted && until !== null ? `Gewährt bis ${germanDate(until)}.` : 'Abgelehnt.', remark].filter(Boolean).join(' '))
  })
}

/** A line of the course. */
export async function note(transaction: StatementTransaction, desk: OfficeDesk, statementId: string, action: string, remark: string): Promise<void> {
  await transaction.insert('statement_decision', { id: uuidv7(), statement_id: statementId, at: transaction.now, person_name: desk.person.name, action, remark, text_version: null })
}

function extensionBody(statement: Statement, due: string, wanted: string, reason: string): LetterBody {
  const values = { gegenstand: statement.subject, frist: germanDate(due), wunsch: germanDate(wanted), grund: reason.trim() === '' ? 'Die Abstimmung mit den beteiligten Stellen ist noch nicht abgeschlossen.' : reason.trim() }
  return bodyFromText(filledText(extensionText, values).join('\n'))
}
