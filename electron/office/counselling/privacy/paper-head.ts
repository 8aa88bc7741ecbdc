import type { PrivacyOffice } from '../../../../shared/directory/privacy/model.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'

/** What the office says of itself on papers; it comes from the office side, which never hears of the case. */
export interface PaperHead {
  letterhead: Letterhead
  office: PrivacyOffice
}
