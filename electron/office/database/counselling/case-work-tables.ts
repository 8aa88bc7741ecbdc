import type { ContentTables } from '../content-pieces.ts'
import type { Generated } from 'kysely'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables about the people of a case, its papers and who may see it. They exist in counselling.db only. */
export interface CaseWorkTables extends ContentTables {
  /** The identity card; `id` is the case's id. `birth_date` is a year, a month or a day (ISO), or empty. */
  client_identity: RecordColumns & {
    family_name: string
    given_names: string
    name_order: string
    former_names: string
    original_name: string
    transliteration: string
    birth_date: string
    birth_estimated: number
    street: string
    address_extra: string
    postal_code: string
    place: string
    country: string
    address_protected: number
    note: string
  }
  identity_channel: { id: string; identity_id: string; kind: string; value: string; label: string; preferred: number; position: number }
  identity_document: { id: string; identity_id: string; kind: string; number: string; seen_on: string; seen_by: string; position: number }
  household_person: {
    id: string
    case_id: string
    relation: string
    name: string
    birth_year: number | null
    language: string | null
    status: string
    /** Another case of the same family; its row may be gone. */
    linked_case_id: string | null
    lives_here: number
    position: number
  }
  opposing_party: { id: string; case_id: string; name: string; role: string; contact: string; position: number }
  /** What a case about an organisation or an institution is about; `id` is the case's id. */
  case_subject: { id: string; name: string; form: string; stage: string; spokesperson: string; question: string }
  attachment: RecordColumns & {
    case_id: string
    name: string
    kind: string
    size: number
    note: string
    added_on: string
    added_by_name: string
    /** The letter that it is a state from Word of, or the proof of whose dispatch. */
    letter_id: Generated<string | null>
    /** Which state from Word; 0 for everything else. */
    series_number: Generated<number>
    hash: Generated<string>
  }
  note_template: RecordColumns & { name: string; text: string }
  /** Who may see a case beside its counsellor, and until which day. Rows are ended, never removed. */
  case_grant: {
    id: string
    case_id: string
    person_id: string
    person_name: string
    kind: 'shared' | 'deputy'
    reason: string
    until: string
    granted_at: string
    granted_by_name: string
    ended_at: string | null
    ended_by_name: string
  }
  /** Each opening of an identity card, each access as a deputy, each search by name. */
  access_log: {
    id: string
    /** Empty for an incident that belongs to no case. */
    case_id: string
    person_id: string
    person_name: string
    at: string
    kind: string
    reason: string
    /** The incident whose offenders' names were opened; empty otherwise. */
    incident_id: Generated<string>
  }
  conflict_notice: {
    code: string
    case_id: string
    other_case_id: string
    reason: string
    found_at: string
    found_by_name: string
    settled_at: string | null
    settled_by_name: string
    settled_note: string
  }
}
