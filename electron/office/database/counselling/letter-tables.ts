import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of letters about clients. They exist in counselling.db only, and so do their numbers. */
export interface LetterTables {
  client_letter: RecordColumns & {
    case_id: string
    year: number
    sequence: number
    number: string
    status: 'draft' | 'final'
    /** What the person wrote: the fields of every letter as JSON. */
    content: string
    /** Taken from the content for lists and order. */
    subject: string
    recipient_name: string
    letter_date: string
    /** Contact of office.db; it may be gone. */
    contact_id: string | null
    to_client: number
    starter: string | null
    /** Land whose holidays count. */
    land: string
    purpose: string
    /** The release by which it was finished. */
    release_id: string | null
    /** Why it may be told without one. */
    release_reason: string
    follow_up_on: string | null
    /** The follow-up that was entered when it was sent; its row may be gone. */
    deadline_id: string | null
    sent_on: string | null
    sent_way: MailWay | null
    sent_note: string
    counsellor_id: string
    counsellor_name: string
  }
  client_letter_version: {
    id: string
    letter_id: string
    number: number
    kind: 'kept' | 'submitted' | 'final'
    note: string
    content: string
    hash: string
    made_at: string
    made_by: string
  }
  /** Copies that another program edits; no record, as in office.db. */
  client_letter_copy: { id: string; letter_id: string; kind: string; hash: string; opened_at: string; opened_by: string }
  /** Words of the states from Word, outside of the change log. */
  client_letter_text: { attachment_id: string; letter_id: string; text: string }
}
