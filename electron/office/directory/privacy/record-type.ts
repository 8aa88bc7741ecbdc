import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { privacyOfficeId } from './office-repository.ts'

/** What the office says of itself in information sheets; it has a history and can be undone like any record. */
export const privacyOfficeRecordType: RecordType<OfficeSchema> = {
  type: privacyOfficeId,
  label: 'Angaben zum Datenschutz',
  root: 'privacy_office',
  parts: {},
  async document() {
    return { title: 'Angaben zum Datenschutz', subtitle: 'für Informationsblätter und Auskünfte', line: '', words: [] }
  },
}
