import type { Extension, Involvement, MailWay, Outcome, Reply, ContributorRole, StatementState, Vote } from '../../../../shared/correspondence/statements/workflow.ts'
import type { StatementKind } from '../../../../shared/correspondence/statements/catalogue.ts'
import type { DirectiveKind } from '../../../../shared/correspondence/directives/model.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of statements and of the versions of letters. */
export interface StatementTables {
  statement: RecordColumns & {
    year: number
    sequence: number
    number: string
    kind: StatementKind
    occasion: string
    reason: string
    subject: string
    field: string
    basis: string
    /** A contact; no foreign key, the register outlives it. */
    requester_id: string | null
    requester_name: string
    /** German dictionary order. */
    requester_key: string
    subject_key: string
    their_reference: string
    received_on: string
    way: MailWay
    due_on: string | null
    extension: Extension
    extended_to: string | null
    /** The day on which it must be there, after an extension. */
    effective_due: string | null
    involvement: Involvement
    /** How the office got to know of it, and what it missed. */
    involvement_note: string
    /** Planning cases: code of the procedure, state of the plan, publication of the plan. */
    procedure: string
    plan_stage: string
    display_from: string | null
    display_to: string | null
    extension_asked_on: string | null
    /** The day that was asked for. */
    extension_wanted: string | null
    extension_reason: string
    extension_letter_id: string | null
    extension_answered_on: string | null
    land: Land
    assignee_id: string | null
    assignee_name: string
    state: StatementState
    vote: Vote
    letter_id: string | null
    submitted_letter_version: number | null
    signed_at: string | null
    signed_by: string
    signed_version: number | null
    sent_on: string | null
    sent_by: string
    sent_way: MailWay | null
    answered_on: string | null
    outcome: Outcome
    outcome_text: string
    follow_up_on: string | null
    note: string
  }
  statement_step: {
    id: string
    statement_id: string
    position: number
    code: string
    label: string
    working_days: number
    due_on: string
    done_on: string | null
    done_by: string
  }
  statement_contributor: {
    id: string
    statement_id: string
    position: number
    role: ContributorRole
    person_id: string | null
    contact_id: string | null
    name: string
    requested_on: string | null
    due_on: string | null
    replied_on: string | null
    reply: Reply
    remark: string
    reminded_on: string | null
    /** The words that were contributed. */
    contribution: string
  }
  statement_comment: {
    id: string
    statement_id: string
    quote: string
    nth: number
    text: string
    author_id: string
    author_name: string
    at: string
    resolved_at: string | null
    resolved_by: string
  }
  statement_decision: { id: string; statement_id: string; at: string; person_name: string; action: string; remark: string; text_version: number | null }
  /** Numbered items of a Verfügung once it is carried out. */
  directive_item: {
    id: string
    letter_id: string
    position: number
    kind: DirectiveKind
    text: string
    person_id: string | null
    contact_id: string | null
    name: string
    due_on: string | null
    matter_id: string | null
    /** The letter that the item made. */
    result_letter_id: string | null
    done_on: string | null
    done_by: string
    /** „Hz.": the initials of whoever did it. */
    initials: string
    remark: string
  }
  /** Kept texts of letters; a row never changes. */
  letter_version: {
    id: string
    letter_id: string
    number: number
    kind: 'kept' | 'submitted' | 'final'
    note: string
    /** JSON of the letter's fields in the order of `hash`. */
    content: string
    hash: string
    made_at: string
    made_by_id: string
    made_by: string
  }
}
