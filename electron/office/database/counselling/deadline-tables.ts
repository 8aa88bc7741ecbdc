import type { Generated } from 'kysely'
import type { CheckKind, DeadlineBasis, DeadlineOutcome } from '../../../../shared/counselling/deadlines/stored.ts'
import type { Certainty, DeadlineKind } from '../../../../shared/counselling/deadlines/types.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of stored deadlines and residence titles. They exist in counselling.db only. */
export interface DeadlineTables {
  deadline: RecordColumns & {
    number: string
    case_id: string | null
    consultation_id: string | null
    /** The incident whose clock it was taken over from; its row may be gone. */
    incident_id: Generated<string | null>
    title: string
    task: string
    place: string
    note: string
    basis: DeadlineBasis
    kind: DeadlineKind
    /** The day that counts; `due_time` is empty but for periods in hours. */
    due_on: string
    due_time: string
    safe_on: string
    land: Land
    length_days: number | null
    rule_id: string | null
    rule_version: string
    norm: string
    certainty: Certainty | null
    /** What the rule gave, which stays beside a date that was taken from the notice. */
    computed_on: string | null
    /** JSON of input and steps as shown when the deadline was entered. */
    computation: string | null
    notice_text: string
    reason: string
    /** 1: the date must be looked at twice. */
    four_eyes: number
    check_kind: CheckKind | null
    checked_by: string | null
    checked_by_name: string
    checked_at: string | null
    check_reason: string
    dated_by: string
    dated_by_name: string
    dated_at: string
    responsible_id: string
    responsible_name: string
    done_on: string | null
    done_how: DeadlineOutcome | null
    done_note: string
    done_by_name: string
    done_at: string | null
  }
  /** One title of a case's household with what is printed on it and how long it is really valid. */
  residence_status: RecordColumns & {
    case_id: string
    person: string
    code: string
    basis: string
    from_on: string | null
    printed_expiry: string | null
    effective_expiry: string | null
    extension: string | null
    note: string
  }
}
