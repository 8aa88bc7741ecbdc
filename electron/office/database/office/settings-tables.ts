import type { RecordColumns } from '../mechanism-schema.ts'

/** What the office has set for everybody. The letterhead is one record with a fixed id. */
export interface SettingsTables {
  letterhead: RecordColumns & {
    office_name: string
    department: string
    street: string
    postal_code: string
    city: string
    return_address: string
    phone: string
    fax: string
    email: string
    web: string
    bank: string
    contact_person: string
    closing: string
    signature_authority: string
    signature_addition: string
    signature_name: string
    footer: string
    font_family: string
    font_size: number
    /** Who signs unless somebody else is chosen; empty for whoever begins the letter. */
    signer_id: string
  }
}
