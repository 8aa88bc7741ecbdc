import type { ParticipantSource, ParticipantState, PhotoAnswer, QuestionKind } from '../../../../shared/events/participants/catalogue.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/**
 * Who takes part in events. The list of an event is a record of its own that bears the event's id: check-ins don't fill the event's history,
 * and deleting the record leaves nothing of anybody. What stays are the counts in `event_attendance`, a part of the event.
 */
export interface ParticipantTables {
  participant_list: RecordColumns & { delete_after_days: number | null }
  participant: {
    id: string
    event_id: string
    number: number
    name: string
    organisation: string
    contact_id: string | null
    email: string
    phone: string
    persons: number
    /** JSON arrays. */
    languages: string
    needs: string
    age_group: string
    photo: PhotoAnswer
    photo_on: string | null
    source: ParticipantSource
    note: string
    state: ParticipantState
    waiting_since: string | null
    registered_at: string
    arrived_at: string | null
    arrived_persons: number
    /** What the row of the imported list said, by which it is recognised when it comes again. */
    fingerprint: string
    revision: number
  }
  evaluation_question: { id: string; event_id: string; position: number; kind: QuestionKind; text: string }
  /** `answers`: JSON object by the id of the question. */
  evaluation_sheet: { id: string; event_id: string; number: number; answers: string }
  /** Counts as JSON. */
  event_attendance: { id: string; figures: string; evaluation: string | null; deleted_on: string; deleted_by: string }
}
