import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'

/** Id of the one record. */
export const practiceId = 'retention-practice'

/** How long the office keeps what; it has a history and can be undone like any record. */
export const retentionPracticeRecordType: RecordType<CounsellingSchema> = {
  type: practiceId,
  label: 'Aufbewahrungsfristen der Beratung',
  root: 'retention_practice',
  parts: { retention_period: 'practice_id' },
  async document() {
    return { title: 'Aufbewahrungsfristen der Beratung', subtitle: 'Datenschutz', line: '', words: [] }
  },
}
