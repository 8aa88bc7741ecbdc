import type { HandOver } from '../../../../shared/counselling/referrals/model.ts'
import type { ReleaseWay } from '../../../../shared/counselling/releases/model.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of referrals and releases from secrecy. They exist in counselling.db only. */
export interface ReferralTables {
  referral: RecordColumns & {
    case_id: string | null
    consultation_id: string | null
    /** Contact of office.db; it may be gone, or live on in another one after a merge. */
    contact_id: string | null
    contact_name: string
    organisation: string
    topic: string
    quality: string
    referred_on: string
    about: string
    bring: string
    appointment: string
    hand_over: HandOver
    handed_what: string
    release_id: string | null
    /** The follow-up; its row may be gone. */
    deadline_id: string | null
    feedback: string | null
    feedback_on: string | null
    waiting_weeks: number | null
    feedback_note: string
    counsellor_id: string
    counsellor_name: string
  }
  secrecy_release: RecordColumns & {
    case_id: string
    contact_id: string | null
    contact_name: string
    information: string
    purpose: string
    valid_until: string
    mutual: number
    language: string | null
    text_version: string
    signed_on: string | null
    signed_way: ReleaseWay | null
    signed_note: string
    signed_by_name: string
    revoked_on: string | null
    revoked_note: string
    revoked_by_name: string
  }
  /** The office's own translation of the sheets; `id` is the code of the language, `texts` a JSON object. */
  sheet_texts: RecordColumns & { texts: string }
}
