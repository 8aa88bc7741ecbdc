import type { CourseEvent } from '../../../../shared/counselling/course/contract.ts'
import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import { targetLabel } from '../../../../shared/counselling/referrals/model.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { releasesOfCase } from '../releases/repository.ts'
import { referralsOf } from './repository.ts'

/** Referrals with their feedback, and releases given and withdrawn, for the course of a case. */
export async function referralEvents(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<CourseEvent[]> {
  const kind = 'referral' as const
  const referrals = (await referralsOf(database, { caseId, consultationId: null })).flatMap((referral): CourseEvent[] => {
    const { id, date, quality, feedback } = referral
    const target = targetLabel(referral)
    return [
      { id, kind, date, title: `Verwiesen an ${target}`, detail: labelOf('referralQualities', quality) },
      ...(feedback === null ? [] : [{ id: `${id}:feedback`, kind, date: feedback.on, title: `Rückmeldung: ${target}`, detail: labelOf('referralFeedback', feedback.code) }]),
    ]
  })
  const releases = (await releasesOfCase(database, caseId)).flatMap(({ id, name, until, signing, revocation }): CourseEvent[] => [
    ...(signing === null ? [] : [{ id, kind, date: signing.on, title: `Von der Schweigepflicht entbunden gegenüber: ${name}`, detail: `bis ${germanDay(until)}` }]),
    ...(revocation === null ? [] : [{ id: `${id}:revoked`, kind, date: revocation.on, title: `Entbindung widerrufen: ${name}`, detail: revocation.note }]),
  ])
  return [...referrals, ...releases]
}

/** Referrals of an anonymous consultation go with it when it becomes a case. */
export async function giveReferralsToCase(transaction: WriteTransaction<CounsellingSchema>, consultationId: string, caseId: string): Promise<void> {
  const rows = await transaction.database.selectFrom('referral').select('id').where('consultation_id', '=', consultationId).execute()
  for (const { id } of rows) await transaction.update('referral', id, { case_id: caseId })
}

/** Referrals and releases go to the trash with their case; open follow-ups stay in the list of deadlines, as every deadline does. */
export async function trashReferralsOfCase(transaction: WriteTransaction<CounsellingSchema>, caseId: string, personId: string): Promise<void> {
  for (const [table, type] of [['referral', 'referral'], ['secrecy_release', 'secrecy-release']] as const) {
    const rows = await transaction.database.selectFrom(table).select('id').where('case_id', '=', caseId).where('deleted_at', 'is', null).execute()
    for (const { id } of rows) await transaction.trash({ type, id }, personId)
  }
}
