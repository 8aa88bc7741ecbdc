import type { Generated } from 'kysely'
import type { CaseKind } from '../../../../shared/counselling/case-number.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of „Beratung“. They exist in counselling.db only. */
export interface CounsellingTables {
  counselling_case: RecordColumns & {
    /** `B-2026-014` and the parts it is made of. */
    number: string
    letter: string
    year: number
    sequence: number
    kind: CaseKind
    alias: string
    /** German dictionary order of the alias. */
    alias_key: string
    language: string | null
    note: string
    opened_on: string
    counsellor_id: string
    counsellor_name: string
    /**
     * Kept by triggers from the case's consultations: day and topic of the last one that isn't in the trash (empty if there
     * is none), the day that lists sort by, and how many there are, trash included.
     */
    last_contact: Generated<string>
    last_topic: Generated<string>
    active_on: string
    consultation_count: Generated<number>
    /** 1 for a case that shall have no identity card. */
    anonymous: Generated<number>
    /** Day on which it was closed, empty while it is open, and with what result. */
    closed_on: Generated<string>
    closed_result: Generated<string>
    /** For the statistics alone; null: not asked. */
    origin: Generated<string | null>
    place: Generated<string | null>
    age_band: Generated<string | null>
    gender: Generated<string | null>
  }
  consultation: RecordColumns & {
    /** Null for an anonymous consultation. */
    case_id: string | null
    held_on: string
    held_at: string | null
    channel: string
    duration_minutes: number
    topic: string
    result: string
    language: string | null
    interpretation: string | null
    access_path: string | null
    contact_kind: string | null
    /** What was done for the person: counselling, arranging, accompanying. */
    service_type: Generated<string | null>
    /** For the statistics alone, of an anonymous consultation; null: not asked. */
    origin: Generated<string | null>
    place: Generated<string | null>
    age_band: Generated<string | null>
    gender: Generated<string | null>
    residence_status: Generated<string | null>
    note: string
    counsellor_id: string
    counsellor_name: string
  }
  /** Further topics of a consultation; the id is made of both, so the same topic can't be there twice. */
  consultation_topic: { id: string; consultation_id: string; topic: string; position: number }
  /** What the Leitung keeps to itself about a contact of the office side; `id` is the contact's id, whose row may be gone. */
  protected_note: RecordColumns & { text: string }
  /** The last number given out. It is no record: a number once given is never given again, not even by undo. */
  case_counter: { letter: string; year: number; last: number }
}
