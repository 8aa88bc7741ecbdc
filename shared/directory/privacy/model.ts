import { z } from 'zod'
import { isErasureReason, reviewRules } from './rules.ts'

const id = z.string().min(1).max(64)
const text = (max: number) => z.string().max(max).normalize('NFC').trim()

/** A contact on the list of those to be looked at. */
export const reviewItemSchema = z.object({
  id,
  kind: z.enum(['person', 'organisation']),
  name: z.string(),
  detail: z.string(),
  rules: z.array(z.enum(reviewRules)),
  restricted: z.boolean(),
  /** Proposed for destruction: why, by whom and when. */
  proposal: z.object({ reason: z.string(), by: z.string(), on: z.string(), note: z.string() }).nullable(),
})

export const reviewGroups = ['all', ...reviewRules, 'proposed', 'restricted'] as const

/** What a contact's record says of its data protection. */
export const contactPrivacySchema = z.object({
  restrictedOn: z.string().nullable(),
  restrictedReason: z.string(),
  /** Not on the list before this day, and why. */
  postponedUntil: z.string().nullable(),
  postponedReason: z.string(),
  proposal: reviewItemSchema.shape.proposal,
  /** When and how the contact was informed of the processing (Art. 13, 14 DSGVO). */
  informedOn: z.string().nullable(),
})

/** A letter to a contact that is to be destroyed. */
export const dependentLetterSchema = z.object({
  id,
  number: z.string(),
  date: z.string(),
  status: z.enum(['draft', 'final']),
  /** Last day of its retention, null for a draft. */
  keptUntil: z.string().nullable(),
  contactId: id,
})

/** What depends on a contact that is to be destroyed. */
export const destructionPlanSchema = z.object({
  contacts: z.array(z.object({
    id,
    name: z.string(),
    proposal: reviewItemSchema.shape.proposal,
    roles: z.number().int(),
    subordinates: z.number().int(),
    encounters: z.number().int(),
    runningAgreements: z.number().int(),
    lists: z.number().int(),
    /** Other records that contain every word of the name; somebody has to look whether they mean this contact. */
    mentions: z.array(z.object({ type: z.string(), id, title: z.string() })),
  })),
  letters: z.array(dependentLetterSchema),
  /** Copies in the vault's folder that were made before and may still hold the contacts. */
  backups: z.array(z.object({ name: z.string(), at: z.string() })),
  /** The day by which the program itself has taken the last of its backups away; null without one. */
  backupsGoneBy: z.string().nullable(),
})

/** What becomes of a letter to a destroyed contact: stays as it is, stays without the recipient, goes too. */
export const letterFates = ['keep', 'neutral', 'destroy'] as const

export const destructionInputSchema = z.object({
  ids: z.array(id).min(1).max(500),
  /** Finished letters within their retention. They can't be destroyed. */
  retained: z.enum(['keep', 'neutral']),
  /** Drafts, and letters beyond their retention. */
  others: z.enum(letterFates),
})

export const destructionSchema = z.object({
  id, at: z.string(), personName: z.string(), proposedBy: z.string(), recordType: z.string(), recordId: z.string(), reason: z.string(),
})

/** What the office says of itself in information sheets; empty is "not given" and marked on the sheet. */
export const privacyOfficeSchema = z.object({
  representative: text(300),
  officerName: text(300),
  officerContact: text(1000),
  land: text(2),
  recipients: text(3000),
  storage: text(3000),
  /** Whether somebody must give the data, and what follows if not (Art. 13 (2) e DSGVO). */
  obligation: text(1000),
})

export const erasureReasonSchema = z.string().refine(isErasureReason, 'Dieser Grund ist nicht bekannt.')

export type ReviewItem = z.infer<typeof reviewItemSchema>
export type ReviewGroup = typeof reviewGroups[number]
export type ContactPrivacy = z.infer<typeof contactPrivacySchema>
export type DependentLetter = z.infer<typeof dependentLetterSchema>
export type DestructionPlan = z.infer<typeof destructionPlanSchema>
export type DestructionInput = z.infer<typeof destructionInputSchema>
export type Destruction = z.infer<typeof destructionSchema>
export type PrivacyOffice = z.infer<typeof privacyOfficeSchema>
