import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { seenWithCase } from '../access/repository.ts'
import { readDeadline } from './repository.ts'

/** Deadlines are found by their number, the number of their case and the words written about them; not by an alias, which may change. */
export const deadlineRecordType: RecordType<CounsellingSchema> = {
  type: 'deadline',
  label: 'Frist',
  root: 'deadline',
  clearedIn: { referral: 'deadline_id', client_letter: 'deadline_id' },
  seenBy: seenWithCase('deadline'),
  parts: {},
  async document(database, id) {
    const found = await readDeadline(database, id, '')
    return found && {
      title: `Frist ${found.number} · ${found.title}`,
      subtitle: found.done === null ? `bis ${germanDay(found.dueOn)}` : `erledigt am ${germanDay(found.done.on)}`,
      line: found.caseNumber ?? '',
      words: [found.caseNumber ?? '', found.task, found.place, found.note, found.noticeText, found.norm],
    }
  },
}
