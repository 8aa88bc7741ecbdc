import type { Generated } from 'kysely'
import type { Distribution, RecipientRole } from '../../../../shared/correspondence/copies/model.ts'
import type { LetterStatus } from '../../../../shared/correspondence/letter.ts'
import type { SigningRule } from '../../../../shared/correspondence/signing/model.ts'
import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of „Schreiben". Lists of lines are stored as text with line feeds, so that the history reads like the letter. */
export interface CorrespondenceTables {
  letter: RecordColumns & {
    year: number
    sequence: number
    number: string
    status: LetterStatus
    /** A contact; no foreign key, because a letter outlives the contact it was sent to. */
    recipient_id: string | null
    recipient_name: string
    /** German dictionary order of the recipient's name and of the subject. */
    recipient_key: string
    subject_key: string
    address_notes: string
    address_lines: string
    your_reference: string
    your_message_of: string
    our_reference: string
    contact_person: string
    letter_date: string
    subject: string
    salutation: string
    /** JSON of `LetterBody`. */
    body: string
    closing: string
    signature_authority: string
    signature_addition: string
    signature_name: string
    enclosures: string
    copies: string
    /** `builtin:…`, or the id of a version of an own template. */
    template: string
    /** JSON of `Particulars`. */
    particulars: string
    way: MailWay
    distribution: Distribution
    /** JSON: id of a paper by the title of the enclosure. */
    enclosed_papers: string
    signer_id: string | null
    signature_function: string
    signer_sign: string
    editor_id: string | null
    editor_name: string
    editor_sign: string
    contact_phone: string
    contact_email: string
    orders: string
    draft_note: string
    /** JSON of `BlockUse[]`: the text blocks in the text. */
    block_uses: Generated<string>
    author_id: string
    author_name: string
  }
  /** Everybody beside the first recipient. */
  letter_recipient: {
    id: string
    letter_id: string
    position: number
    role: RecipientRole
    /** A contact; no foreign key, because a letter outlives the contact. */
    contact_id: string | null
    name: string
    address_notes: string
    address_lines: string
    salutation: string
    way: MailWay
    /** Titles with line feeds; null for all enclosures. */
    enclosures: string | null
    note: string
    withhold: number
  }
  /** What letters say of a person of the office; the id is the person's. */
  signatory: RecordColumns & { name: string; function_title: string; rule: SigningRule; sign: string; phone: string; email: string }
  /** The last number given out in each year. It is no record: a number once given is never given again, not even by undo. */
  letter_counter: { year: number; last: number }
}
