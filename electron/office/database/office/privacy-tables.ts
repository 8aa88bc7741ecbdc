import type { DestructionSchema } from '../destroy.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of data protection: what was decided on a contact, what the office says of itself, and what was destroyed. */
export interface PrivacyTables extends Pick<DestructionSchema, 'destruction'> {
  /** At most one for each contact. Days are ISO dates, null for none. */
  contact_privacy: {
    id: string
    contact_id: string
    restricted_on: string | null
    restricted_reason: string
    postponed_until: string | null
    postponed_reason: string
    proposed_on: string | null
    proposed_by: string
    proposed_reason: string
    proposed_note: string
    informed_on: string | null
  }
  /** One record with a fixed id. */
  privacy_office: RecordColumns & {
    representative: string
    officer_name: string
    officer_contact: string
    land: string
    recipients: string
    storage: string
    obligation: string
  }
}
