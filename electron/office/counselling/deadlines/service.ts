import { uuidv7 } from 'uuidv7'
import type { DeadlineScope } from '../../../../shared/counselling/deadlines/contract.ts'
import { datesOf, type DeadlineDates } from '../../../../shared/counselling/deadlines/dating.ts'
import { deadlineTexts, type DeadlineTexts, type Dating, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { checkOpen } from '../../../../shared/counselling/deadlines/urgency.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Action } from '../../database/change-log.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seenCases, seesEveryCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { readConsultation } from '../consultations/repository.ts'
import { nextSequence } from '../counter.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { deadlinesOf, doneDeadlines, openDeadlines, readDeadline } from './repository.ts'

type Writing = WriteTransaction<CounsellingSchema>
type Owner = { caseId: string | null; consultationId: string | null }

/** All open deadlines, of everybody or of the person's own cases. */
export async function findOpen(desk: CounsellingDesk, scope: DeadlineScope): Promise<StoredDeadline[]> {
  return asSeen(desk, await openDeadlines(desk.database.read, { personId: desk.person.id, onlyMine: scope === 'mine' }))
}

/** The deadlines that were done last. */
export async function findDone(desk: CounsellingDesk, scope: DeadlineScope, limit: number): Promise<{ deadlines: StoredDeadline[]; total: number }> {
  // Who doesn't see every case has no use for the number of what is done in those of others.
  const onlyMine = scope === 'mine' || !seesEveryCase(desk.person)
  const { deadlines, total } = await doneDeadlines(desk.database.read, { personId: desk.person.id, onlyMine }, limit)
  return { deadlines: await asSeen(desk, deadlines), total }
}

/** The deadlines of a case or a consultation. */
export async function findDeadlinesOf(desk: CounsellingDesk, owner: Owner): Promise<StoredDeadline[]> {
  await expectCaseAccess(desk, owner.caseId)
  return asSeen(desk, await deadlinesOf(desk.database.read, owner, desk.person.id))
}

/** One deadline, as far as the person may see it. @throws OfficeError `not-found`, `forbidden` for a case of somebody else */
export async function getDeadline(desk: CounsellingDesk, id: string): Promise<StoredDeadline> {
  const found = (await readDeadline(desk.database.read, id, desk.person.id)) ?? notFound()
  const [seen] = await asSeen(desk, [found])
  if (!seen) await expectCaseAccess(desk, found.caseId)
  return seen ?? notFound()
}

/**
 * Stores a deadline with everything that says how its day was found. Responsible is who counsels the case, else whoever enters it.
 * @param today ISO day on which it is entered
 * @param incidentId the incident whose clock it is taken over from
 * @throws OfficeError `invalid`, `not-found` for a case or consultation that isn't there or lies in the trash
 */
export async function createDeadline(
  desk: CounsellingDesk, owner: Owner, texts: DeadlineTexts, dating: Dating, today = isoDay(new Date()), incidentId: string | null = null,
): Promise<ChangeReceipt & { id: string; number: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Frist eingetragen', record: { type: 'deadline', id } }, (transaction) =>
    insertDeadline(transaction, desk, { id, owner, texts, dating, incidentId }, today))
  return { ...receipt(written, id), id, number: written.value }
}

/** What a new deadline consists of. */
interface NewDeadline {
  id: string
  owner: Owner
  texts: DeadlineTexts
  dating: Dating
  incidentId?: string | null
}

/**
 * Stores a deadline as a part of another step, e.g. with the referral that it follows up; gives its number.
 * @throws OfficeError as {@link createDeadline}
 */
export async function insertDeadline(
  transaction: Writing, desk: CounsellingDesk, { id, owner, texts, dating, incidentId = null }: NewDeadline, today = isoDay(new Date()),
): Promise<string> {
  const checked = validated(deadlineTexts, texts)
  const dates = datesOrFail(dating, today)
  const { caseId, consultationId, responsible } = await ownerOf(transaction, desk, owner)
  const year = Number(today.slice(0, 4))
  const number = `FR-${year}-${String(await nextSequence(transaction, 'FR', year)).padStart(3, '0')}`
  await transaction.insert('deadline', {
    id, number, ...checked, case_id: caseId, consultation_id: consultationId, incident_id: incidentId, ...dateColumns(desk, dates, transaction.now), ...unchecked,
    responsible_id: responsible.id, responsible_name: responsible.name,
    ...notDone, deleted_at: null, deleted_by: null,
  })
  return number
}

/** Stores what is written about a deadline. @throws OfficeError `invalid`, `not-found`, `conflict` */
export async function updateDeadline(desk: CounsellingDesk, id: string, version: number, texts: Partial<DeadlineTexts>): Promise<ChangeReceipt> {
  const checked = validated(deadlineTexts.partial(), texts)
  return change(desk, id, version, { label: 'Frist geändert', coalesce: `deadline:${id}` }, (transaction) =>
    transaction.update('deadline', id, checked))
}

/** Gives a deadline another date; a check of the old one no longer counts. @throws OfficeError `invalid`, `not-found`, `conflict` */
export async function redateDeadline(
  desk: CounsellingDesk, id: string, version: number, dating: Dating, today = isoDay(new Date()),
): Promise<ChangeReceipt> {
  const dates = datesOrFail(dating, today)
  return change(desk, id, version, { label: 'Datum der Frist geändert' }, async (transaction, stored) => {
    expectOpen(stored)
    await transaction.update('deadline', id, { ...dateColumns(desk, dates, transaction.now), ...unchecked })
  })
}

/** Puts a deadline under another case or under none. @throws OfficeError `not-found`, `conflict` */
export async function moveDeadline(desk: CounsellingDesk, id: string, version: number, caseId: string | null): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Frist einem Fall zugeordnet' }, async (transaction, stored) => {
    const owner = await ownerOf(transaction, desk, { caseId, consultationId: caseId === null ? stored.consultationId : null })
    await transaction.update('deadline', id, {
      case_id: owner.caseId, consultation_id: owner.consultationId,
      ...(caseId !== null && { responsible_id: owner.responsible.id, responsible_name: owner.responsible.name }),
    })
  })
}

/** Closes a deadline with what was done. @throws OfficeError `invalid` when it is done already or the day lies ahead, `not-found`, `conflict` */
export async function finishDeadline(
  desk: CounsellingDesk, id: string, version: number, done: NonNullable<Pick<StoredDeadline['done'] & object, 'on' | 'how' | 'note'>>, today = isoDay(new Date()),
): Promise<ChangeReceipt> {
  if (done.on > today) throw new OfficeError('invalid', { fields: { on: 'Der Tag liegt in der Zukunft.' } })
  if (done.how === 'passed-on' && done.note.trim() === '') throw new OfficeError('invalid', { fields: { note: 'Bitte angeben, an wen.' } })
  return change(desk, id, version, { label: 'Frist erledigt' }, async (transaction, stored) => {
    expectOpen(stored)
    await transaction.update('deadline', id, doneColumns(desk, done, transaction.now))
  })
}

/** Closes a deadline as a part of another step; one that is done or gone already stays as it is. */
export async function settleDeadline(transaction: Writing, desk: CounsellingDesk, id: string, done: Pick<NonNullable<StoredDeadline['done']>, 'on' | 'how' | 'note'>): Promise<void> {
  const stored = await readDeadline(transaction.database, id, desk.person.id)
  if (stored && stored.done === null && !stored.trashed) await transaction.update('deadline', id, doneColumns(desk, done, transaction.now))
}

/** Opens a deadline that was done by mistake. @throws OfficeError `not-found`, `conflict` */
export async function reopenDeadline(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Frist wieder geöffnet' }, (transaction) => transaction.update('deadline', id, notDone))
}

/** Moves a deadline to the trash; the „Fristenbuch“ still names it. @throws OfficeError `not-found`, `conflict` */
export async function removeDeadline(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Frist gelöscht' }, (transaction) => transaction.trash({ type: 'deadline', id }, desk.person.id))
}

/**
 * Deadlines as far as the person may see them. Of a case of somebody else they see what a second person needs to check its date,
 * as long as that is open: neither alias nor what is written about it.
 */
export async function asSeen(desk: CounsellingDesk, deadlines: readonly StoredDeadline[]): Promise<StoredDeadline[]> {
  const seen = await seenCases(desk.database.read, desk.person, [...new Set(deadlines.flatMap(({ caseId }) => caseId ?? []))])
  return deadlines.flatMap((deadline) => {
    if (deadline.caseId === null || seen.has(deadline.caseId)) return [deadline]
    return checkOpen(deadline) && !deadline.trashed ? [{ ...deadline, alias: null, task: '', place: '', note: '', restricted: true }] : []
  })
}

/**
 * One change of one deadline as it is now.
 * @param ofForeignCases whether it may be made by who doesn't see the case: a check of the date alone
 * @throws OfficeError `not-found`, `forbidden`, `conflict` with the deadline as it is now
 */
export async function change(
  desk: CounsellingDesk,
  id: string,
  version: number,
  action: Omit<Action, 'record'>,
  work: (transaction: Writing, stored: StoredDeadline) => Promise<void>,
  ofForeignCases = false,
): Promise<ChangeReceipt> {
  const record = { type: 'deadline', id }
  const { caseId } = await getDeadline(desk, id)
  if (!ofForeignCases) await expectCaseAccess(desk, caseId)
  const written = await desk.write({ ...action, record }, async (transaction) => {
    const stored = (await readDeadline(transaction.database, id, desk.person.id)) ?? notFound()
    await transaction.expectVersion(record, version, async () => (await asSeen(desk, [stored]))[0])
    await work(transaction, stored)
  })
  return receipt(written, id, version)
}

/** @throws OfficeError `invalid` for a deadline that is done */
export function expectOpen({ done }: StoredDeadline): void {
  if (done !== null) throw new OfficeError('invalid', { detail: 'Diese Frist ist schon erledigt. Bitte zuerst „Wieder öffnen“ wählen.' })
}

const unchecked = { check_kind: null, checked_by: null, checked_by_name: '', checked_at: null, check_reason: '' } as const
const notDone = { done_on: null, done_how: null, done_note: '', done_by_name: '', done_at: null } as const

function doneColumns(desk: CounsellingDesk, { on, how, note }: Pick<NonNullable<StoredDeadline['done']>, 'on' | 'how' | 'note'>, now: string) {
  return { done_on: on, done_how: how, done_note: note.trim(), done_by_name: desk.person.name, done_at: now }
}

function datesOrFail(dating: Dating, today: string): DeadlineDates {
  const found = datesOf(dating, today)
  if ('errors' in found) throw new OfficeError('invalid', { fields: found.errors })
  return found.dates
}

async function ownerOf(transaction: Writing, desk: CounsellingDesk, { caseId, consultationId }: Owner) {
  const consultation = consultationId === null ? null : await readConsultation(transaction.database, consultationId)
  if (consultationId !== null && (consultation === null || consultation.trashed)) notFound()
  const ofCase = caseId ?? consultation?.caseId ?? null
  await expectCaseAccess(desk, ofCase, transaction.database)
  const found = ofCase === null ? null : await readCase(transaction.database, ofCase)
  if (ofCase !== null && (found === null || found.trashed)) notFound()
  const responsible = found ? { id: found.counsellorId, name: found.counsellorName } : { id: desk.person.id, name: desk.person.name }
  return { caseId: ofCase, consultationId, responsible }
}

function dateColumns(desk: CounsellingDesk, dates: DeadlineDates, now: string) {
  return {
    basis: dates.basis,
    kind: dates.kind,
    due_on: dates.dueOn,
    due_time: dates.dueTime,
    safe_on: dates.safeOn,
    land: dates.land,
    length_days: dates.lengthDays,
    rule_id: dates.ruleId,
    rule_version: dates.ruleVersion,
    norm: dates.norm,
    certainty: dates.certainty,
    computed_on: dates.computedOn,
    computation: dates.computation && JSON.stringify(dates.computation),
    notice_text: dates.noticeText,
    reason: dates.reason,
    four_eyes: dates.fourEyes ? 1 : 0,
    dated_by: desk.person.id,
    dated_by_name: desk.person.name,
    dated_at: now,
  }
}
