import { uuidv7 } from 'uuidv7'
import { liesInFuture } from '../../../../shared/counselling/model.ts'
import type { Referral } from '../../../../shared/counselling/referrals/contract.ts'
import { feedbackFields, referralFields, targetLabel, type FeedbackFields, type ReferralFields } from '../../../../shared/counselling/referrals/model.ts'
import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seesEveryCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { readConsultation } from '../consultations/repository.ts'
import { insertDeadline, settleDeadline } from '../deadlines/service.ts'
import { expectRelease } from '../releases/service.ts'
import { notFound, receipt, validated, type Mine } from '../service-parts.ts'
import { referredIds, type Living } from './figures.ts'
import { listReferrals, readReferral, referralColumns, referralsOf, type ReferralQuery } from './repository.ts'

type Writing = WriteTransaction<CounsellingSchema>

/** What a referral belongs to; both null for somebody who was given an address and nothing else. */
interface Owner {
  caseId: string | null
  consultationId: string | null
}

type Asked = Mine<Omit<ReferralQuery, 'contactIds' | 'seenBy' | 'mineOf' | 'today'>> & { contactId: string | null }

/** One page of referrals as far as the person sees their cases. */
export async function findReferrals(desk: CounsellingDesk, living: Living, { contactId, mine, ...query }: Asked): Promise<{ referrals: Referral[]; total: number }> {
  const { read } = desk.database
  return listReferrals(read, {
    ...query,
    contactIds: contactId === null ? null : await referredIds(read, living, contactId),
    seenBy: seesEveryCase(desk.person) ? null : desk.person.id,
    mineOf: mine ? desk.person.id : null,
    today: isoDay(new Date()),
  })
}

/** The referrals of a case or a consultation. @throws OfficeError `forbidden`, `not-found` */
export async function findReferralsOf(desk: CounsellingDesk, owner: Owner): Promise<Referral[]> {
  await expectCaseAccess(desk, owner.caseId)
  const found = await referralsOf(desk.database.read, owner)
  for (const caseId of new Set(found.map((referral) => referral.caseId))) await expectCaseAccess(desk, caseId)
  return found
}

/** One referral. @throws OfficeError `not-found`, `forbidden` for a case of somebody else */
export async function getReferral(desk: CounsellingDesk, id: string): Promise<Referral> {
  const found = (await readReferral(desk.database.read, id)) ?? notFound()
  await expectCaseAccess(desk, found.caseId)
  return found
}

/**
 * Stores a referral and, if wanted, the day on which feedback is asked for, as one step.
 * @throws OfficeError `invalid`, also when something was told without a release that is valid on that day; `not-found`, `forbidden`
 */
export async function createReferral(
  desk: CounsellingDesk, living: Living, owner: Owner, fields: ReferralFields, followUp: { on: string; land: Land } | null,
): Promise<ChangeReceipt & { id: string }> {
  const checked = validated(referralFields, fields)
  expectDay(checked.date)
  const id = uuidv7()
  const written = await desk.write({ label: 'Verweisung eingetragen', record: { type: 'referral', id } }, async (transaction) => {
    const ofCase = await caseOf(transaction, desk, owner)
    await expectRelease(transaction.database, living, ofCase, checked)
    const deadlineId = followUp === null ? null : await insertFollowUp(transaction, desk, { ...owner, caseId: ofCase }, checked, followUp)
    await transaction.insert('referral', {
      id, case_id: ofCase, consultation_id: owner.consultationId, contact_id: checked.contactId, contact_name: checked.name,
      organisation: checked.organisation, topic: checked.topic, quality: checked.quality, referred_on: checked.date, about: checked.about,
      bring: checked.bring, appointment: checked.appointment, hand_over: checked.handOver, handed_what: checked.handedWhat,
      release_id: checked.releaseId, deadline_id: deadlineId, feedback: null, feedback_on: null, waiting_weeks: null, feedback_note: '',
      counsellor_id: desk.person.id, counsellor_name: desk.person.name, deleted_at: null, deleted_by: null,
    })
  })
  return { ...receipt(written, id), id }
}

/** Stores the fields given. @throws OfficeError as {@link createReferral}, and `conflict` */
export async function updateReferral(
  desk: CounsellingDesk, living: Living, id: string, version: number, fields: Partial<ReferralFields>,
): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Verweisung geändert', coalesce: `referral:${id}` }, async (transaction, stored) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    const checked = validated(referralFields, { ...stored, ...given })
    expectDay(checked.date)
    const told = ['handOver', 'releaseId', 'date', 'contactId', 'name'] as const
    // A release that was withdrawn since keeps nobody from correcting a word of the note.
    if (told.some((key) => checked[key] !== stored[key])) await expectRelease(transaction.database, living, stored.caseId, checked)
    await transaction.update('referral', id, referralColumns(checked))
  })
}

/** Notes what became of a referral and finishes its follow-up, as one step. @throws OfficeError `invalid`, `not-found`, `conflict`, `forbidden` */
export async function settleReferral(desk: CounsellingDesk, id: string, version: number, feedback: FeedbackFields): Promise<ChangeReceipt> {
  const checked = validated(feedbackFields, feedback)
  return change(desk, id, version, { label: 'Rückmeldung eingetragen' }, async (transaction, stored) => {
    if (checked.on < stored.date) throw new OfficeError('invalid', { fields: { on: 'Der Tag liegt vor der Verweisung.' } })
    expectDay(checked.on, 'on')
    await transaction.update('referral', id, { feedback: checked.code, feedback_on: checked.on, waiting_weeks: checked.waitingWeeks, feedback_note: checked.note.trim() })
    if (stored.followUp === null) return
    const note = labelOf('referralFeedback', checked.code)
    await settleDeadline(transaction, desk, stored.followUp.deadlineId, { on: checked.on, how: 'settled', note: `Rückmeldung: ${note}` })
  })
}

/** Moves a referral to the trash, and with it the follow-up that is still open. @throws OfficeError `not-found`, `conflict`, `forbidden` */
export async function removeReferral(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Verweisung gelöscht' }, async (transaction, stored) => {
    if (stored.followUp && !stored.followUp.done) await transaction.trash({ type: 'deadline', id: stored.followUp.deadlineId }, desk.person.id)
    await transaction.trash({ type: 'referral', id }, desk.person.id)
  })
}

async function change(
  desk: CounsellingDesk, id: string, version: number, action: { label: string; coalesce?: string },
  work: (transaction: Writing, stored: Referral) => Promise<void>,
): Promise<ChangeReceipt> {
  await getReferral(desk, id)
  const record = { type: 'referral', id }
  const written = await desk.write({ ...action, record }, async (transaction) => {
    const stored = (await readReferral(transaction.database, id)) ?? notFound()
    await transaction.expectVersion(record, version, async () => stored)
    await work(transaction, stored)
  })
  return receipt(written, id, version)
}

function insertFollowUp(
  transaction: Writing, desk: CounsellingDesk, owner: Owner, referral: ReferralFields, { on, land }: { on: string; land: Land },
): Promise<string> {
  const id = uuidv7()
  const texts = { title: `Rückmeldung einholen: ${targetLabel(referral)}`.slice(0, 200), task: '', place: '', note: `Verweisung vom ${referral.date.split('-').reverse().join('.')}` }
  // No law sets this day, and nothing ends on it: from it on the office asks.
  const dating = { land, calculation: null, taken: { dueOn: on, dueTime: '', earliest: true, noticeText: '', reason: '' } }
  return insertDeadline(transaction, desk, { id, owner, texts, dating }).then(() => id)
}

async function caseOf(transaction: Writing, desk: CounsellingDesk, { caseId, consultationId }: Owner): Promise<string | null> {
  const consultation = consultationId === null ? null : await readConsultation(transaction.database, consultationId)
  if (consultationId !== null && (consultation === null || consultation.trashed)) notFound()
  const ofCase = caseId ?? consultation?.caseId ?? null
  await expectCaseAccess(desk, ofCase, transaction.database)
  if (ofCase !== null && (await readCase(transaction.database, ofCase))?.trashed !== false) notFound()
  return ofCase
}

function expectDay(day: string, field = 'date'): void {
  if (liesInFuture(day, isoDay(new Date()))) throw new OfficeError('invalid', { fields: { [field]: 'Der Tag liegt in der Zukunft.' } })
}
