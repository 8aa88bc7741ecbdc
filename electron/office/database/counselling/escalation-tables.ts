import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of the logs of escalating situations. They exist in counselling.db only and belong to no case. */
export interface EscalationTables {
  escalation: RecordColumns & {
    number: string
    title: string
    kind: string
    municipality: string
    place: string
    occasion: string
    assessment: string
    open_points: string
    distribution: string
    closed_on: string
    closing_note: string
    created_by_name: string
  }
  escalation_entry: {
    id: string
    escalation_id: string
    happened_on: string
    happened_at: string
    kind: string
    certainty: string
    text: string
    source: string
    source_note: string
    who: string
    /** A contact of office.db; it may be gone. */
    contact_id: string | null
    level: string | null
    revision: number
    withdrawn: number
    entered_at: string
    entered_by_name: string
  }
  /** Former wordings; `former` is JSON of the entry's fields as they stood. */
  escalation_correction: {
    id: string
    escalation_id: string
    entry_id: string
    former: string
    reason: string
    corrected_at: string
    corrected_by_name: string
  }
  escalation_incident: { id: string; escalation_id: string; incident_id: string }
  escalation_contact: { id: string; escalation_id: string; contact_id: string; role: string; position: number }
}
