import type { DestructionSchema } from '../destroy.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of data protection. Days are ISO dates, null for none. They exist in counselling.db only. */
export interface PrivacyTables extends Pick<DestructionSchema, 'destruction'> {
  /** What was decided about a case; at most one row for each. */
  case_privacy: {
    id: string
    case_id: string
    /** Restriction or dispute (Art. 16, 18 DSGVO): from then on the case is only looked at. */
    restricted_on: string | null
    restricted_why: string
    restricted_note: string
    /** Social data that a benefits body has handed over (§ 78 SGB X). */
    social_data: number
    social_source: string
    /** Data that somebody else has given (Art. 14 DSGVO), and since when. */
    other_source: string
    other_since: string | null
    /** When the person was given the information sheet (Art. 13), and the one on data from others (Art. 14). */
    informed_on: string | null
    other_informed_on: string | null
    /** Objection (Art. 21 DSGVO) with the weighing. */
    objection_on: string | null
    objection_grounds: string
    objection_result: string
    objection_weighing: string
    objection_decided_on: string | null
    objection_decided_by: string
    /** A rule that was chosen in place of the one that the case's kind gives, and the day on which a claim became final. */
    retention_rule: string
    final_on: string | null
  }
  /** Purposes of a case with their legal bases; consents stand here too. */
  case_purpose: {
    id: string
    case_id: string
    purpose: string
    legal_basis: string
    /** Basis for special categories (Art. 9 (2) DSGVO), and why they are needed; empty without any. */
    special_basis: string
    special_reason: string
    consent_version: string
    consent_on: string | null
    consent_way: string
    consent_scope: string
    consent_until: string | null
    revoked_on: string | null
    revoked_way: string
    position: number
  }
  /** What the person wanted corrected and what became of it. */
  case_correction: {
    id: string
    case_id: string
    asked_on: string
    what: string
    outcome: string
    note: string
    decided_on: string | null
    decided_by: string
    position: number
  }
  /** Who has stopped the destruction of a case, why and until when. */
  legal_hold: {
    id: string
    case_id: string
    reason: string
    set_on: string
    set_by: string
    until: string | null
    lifted_on: string | null
    lifted_by: string
  }
  /** What was proposed for destruction. No record: no undo brings a proposal back after what it names is gone. */
  disposal: {
    record_type: string
    record_id: string
    case_id: string | null
    mode: string
    reason: string
    note: string
    proposed_at: string
    proposed_by_id: string
    proposed_by: string
  }
  /** What the archive said of a case. */
  archive_offer: {
    case_id: string
    offered_on: string
    decision: string
    decided_on: string | null
    handed_over_on: string | null
    note: string
    noted_by: string
  }
  /** Each access export (Art. 15 DSGVO): who asked and how that was checked, and what was left out. */
  disclosure: { id: string; case_id: string; at: string; person_name: string; identity_check: string; left_out: string }
  /** The signed record of destructions: a chain that names nobody but the people of the office. */
  destruction_record: {
    number: string
    at: string
    /** JSON of what is signed. */
    content: string
    previous: string
    hash: string
    signature: string
  }
  /** What the office has settled about keeping and destroying; one record with a fixed id. */
  retention_practice: RecordColumns & {
    archive_name: string
    archive_required: number
    backup_days: number | null
    backup_note: string
  }
  /** A period of the office's own in place of the dated default; the id is the rule's code. */
  retention_period: { id: string; practice_id: string; years: number | null; reason: string; set_on: string; set_by: string }
}
