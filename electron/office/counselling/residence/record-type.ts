import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import { validUntil } from '../../../../shared/counselling/residence/model.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { seenWithCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { readResidence } from './repository.ts'

/** Residence titles are found by status, legal basis, the number of their case and the note. */
export const residenceRecordType: RecordType<CounsellingSchema> = {
  type: 'residence-status',
  label: 'Aufenthaltsstatus',
  root: 'residence_status',
  seenBy: seenWithCase('residence_status'),
  parts: {},
  async document(database, id) {
    const found = await readResidence(database, id)
    if (found === null) return null
    const number = (await readCase(database, found.caseId))?.number ?? ''
    const until = validUntil(found)
    return {
      title: `${labelOf('residenceStatus', found.code)} · ${number}`,
      subtitle: until === null ? 'Aufenthaltsstatus' : `Aufenthaltsstatus bis ${germanDay(until)}`,
      line: found.basis,
      words: [number, found.basis, found.person, found.note],
    }
  },
}
