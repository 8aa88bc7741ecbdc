import type { ReferralFields } from '../../../shared/counselling/referrals/model.ts'

/** A referral while it is entered: what has no default may still be missing. */
export type ReferralDraft = Omit<ReferralFields, 'topic'> & { topic: string | null }
