import type { Generated } from 'kysely'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of incidents (discrimination and attacks) and of safe ways of contact. They exist in counselling.db only. */
export interface IncidentTables {
  incident: RecordColumns & {
    /** `V-2026-003` and the parts it is made of. */
    number: string
    year: number
    sequence: number
    occurred_on: string | null
    occurred_until: string | null
    time_band: string | null
    municipality: string
    district: string
    place_kind: string | null
    report_way: string
    reported_on: string
    anonymous_report: number
    life_area: string | null
    summary: string
    place_detail: string
    description: string
    actor_known: string | null
    actor_kind: string | null
    actor_organisation: string
    land: Land
    known_on: string | null
    rejection_on: string | null
    dismissal_on: string | null
    offender_known_on: string | null
    discontinued_on: string | null
    penalty_served_on: string | null
    result: string | null
    result_on: string | null
    result_amount_cents: number | null
    result_note: string
    attack: number
    motive: string | null
    attack_count: number | null
    direct_count: number | null
    indirect_count: number | null
    under18_count: number | null
    injury: string | null
    damage_cents: number | null
    police_known: string | null
    pmk: string | null
    pmk_note: string
    police_number: string
    police_station: string
    police_officer: string
    prosecution_number: string
    court: string
    court_number: string
    report_filed_on: string | null
    application_filed_on: string | null
    decree: string
    /** The consultation it was opened from; its row may be gone. */
    consultation_id: string | null
    /** Day from which on it stays without its case, on purpose; empty otherwise. */
    kept_on: Generated<string>
    kept_by_name: Generated<string>
    recorded_by: string
    recorded_by_name: string
  }
  /** Values of a list of which an incident may have several. `flagged`: a characteristic that others ascribed. */
  incident_code: { id: string; incident_id: string; list: string; code: string; flagged: number; position: number }
  /** Who is affected. No column can hold a name. */
  incident_affected: { id: string; incident_id: string; case_id: string | null; age_group: string; involvement: string; position: number }
  incident_claim: { id: string; incident_id: string; code: string; asserted_on: string | null; amount_cents: number | null; note: string; position: number }
  incident_evidence: {
    id: string
    incident_id: string
    kind: string
    description: string
    dated_on: string | null
    /** A paper of one of the incident's cases, and the hash of its content when it was named here. */
    attachment_id: string | null
    sha256: string
    position: number
  }
  incident_step: { id: string; incident_id: string; code: string; held_on: string; note: string; next: string; next_on: string | null; next_done: number; position: number }
  /** Ticks of the first-aid list; `id` is made of incident and line. */
  incident_first_aid: { id: string; incident_id: string; item: string; done_on: string; done_by_name: string }
  /** Periods of the clock that are not taken over, and why; `id` is made of incident and rule. */
  incident_refusal: { id: string; incident_id: string; rule: string; reason: string; refused_on: string; refused_by_name: string }
  /** Names of offenders (Art. 10 DSGVO); `id` is the incident's id. */
  incident_offender: RecordColumns & { names: string; note: string }
  /** How the person of a case must not be contacted; `id` is the case's id. */
  case_safety: { id: string; no_calls: number; no_voicemail: number; no_messages: number; no_letters: number; code_word: string; note: string }
}
