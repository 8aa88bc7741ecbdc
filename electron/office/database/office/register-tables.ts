import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'
import type { ContentTables } from '../content-pieces.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of the register of mail, the papers and the files. */
export interface RegisterTables extends ContentTables {
  register_entry: RecordColumns & {
    direction: 'in' | 'out'
    year: number
    sequence: number
    number: string
    entry_on: string
    kind: string
    way: MailWay
    contact_id: string | null
    correspondent: string
    subject: string
    reference: string
    record_type: 'statement' | 'letter' | null
    record_id: string | null
    follow_up_on: string | null
    follow_up_done_on: string | null
    assignee_id: string | null
    assignee_name: string
    note: string
  }
  /** Last number of a series and year. No record: a number once given is never given again, not even by undo. */
  register_counter: { series: string; year: number; last: number }
  document: RecordColumns & {
    owner_type: string
    owner_id: string
    name: string
    kind: string
    size: number
    /** SHA-256 of the content, in hexadecimal digits. */
    hash: string
    note: string
    parent_id: string | null
    added_on: string
    added_by_name: string
    /** The letter or document that this is a version of, as it was edited outside; null for a paper of its own. */
    series_id: string | null
    /** Number within the series; 0 for a paper of its own. */
    series_number: number
  }
  /** Copies that lie outside the vault while they are edited. No record: a row ends with its copy. */
  edited_copy: { id: string; target_type: 'letter' | 'document'; target_id: string; series_id: string; kind: string; hash: string; opened_at: string; opened_by: string }
  /** Words read out of a paper; beside the record, so that the change log doesn't hold them. */
  document_text: { document_id: string; text: string }
  dossier: RecordColumns & { plan: string; title: string; closed_on: string | null }
  matter: RecordColumns & { dossier_id: string; year: number; sequence: number; reference: string; title: string; opened_on: string; closed_on: string | null; last_number: number }
  filing: { id: string; matter_id: string; number: number; record_type: string; record_id: string; filed_on: string }
  /** One record with a fixed id. Empty JSON means: as the application begins. */
  register_settings: RecordColumns & {
    letter_pattern: string
    statement_pattern: string
    incoming_pattern: string
    outgoing_pattern: string
    matter_pattern: string
    ladder: string
    plan: string
  }
}
