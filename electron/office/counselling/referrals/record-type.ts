import { labelOf, topicLabel } from '../../../../shared/counselling/catalogues.ts'
import { targetLabel } from '../../../../shared/counselling/referrals/model.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { seenWithCase } from '../access/repository.ts'
import { readReferral } from './repository.ts'

/** Referrals are found by where they lead, topic, the number of their case and the words written about them. */
export const referralRecordType: RecordType<CounsellingSchema> = {
  type: 'referral',
  label: 'Verweisung',
  root: 'referral',
  seenBy: seenWithCase('referral'),
  parts: {},
  async trashedAlong(database, id) {
    const rows = await database
      .selectFrom('deadline')
      .innerJoin('referral', (join) => join.onRef('referral.deadline_id', '=', 'deadline.id').onRef('referral.deleted_at', '=', 'deadline.deleted_at'))
      .select('deadline.id')
      .where('referral.id', '=', id)
      .execute()
    return rows.map((row) => ({ type: 'deadline', id: row.id }))
  },
  async document(database, id) {
    const found = await readReferral(database, id)
    return found && {
      title: `Verweisung an ${targetLabel(found)}`,
      subtitle: `${found.caseNumber ?? 'ohne Fall'} · ${germanDay(found.date)}`,
      line: topicLabel(found.topic),
      words: [
        found.caseNumber ?? '', labelOf('referralQualities', found.quality), found.about, found.bring, found.appointment, found.handedWhat,
        found.feedback === null ? '' : `${labelOf('referralFeedback', found.feedback.code)} ${found.feedback.note}`,
      ],
    }
  },
}
