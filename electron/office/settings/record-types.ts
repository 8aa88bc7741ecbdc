import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordType } from '../database/record-type.ts'
import { letterheadId, readLetterhead } from './repository.ts'

/** The letterhead has a history and can be undone like any record. */
export const letterheadRecordType: RecordType<OfficeSchema> = {
  type: letterheadId,
  label: 'Briefkopf',
  root: 'letterhead',
  parts: {},
  async document(database) {
    const { letterhead } = await readLetterhead(database)
    return { title: 'Briefkopf', subtitle: letterhead.officeName, line: '', words: [letterhead.department] }
  },
}
