import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'

/**
 * The list of participants of an event, under the event's id. Nobody on it is found by the global search: they are found in their event, and
 * what search knows of them would be one more place to delete from.
 */
export const participantsRecordType: RecordType<OfficeSchema> = {
  type: 'participants',
  label: 'Teilnehmendenliste',
  root: 'participant_list',
  parts: { participant: 'event_id', evaluation_question: 'event_id', evaluation_sheet: 'event_id' },
  async document() {
    return null
  },
}
