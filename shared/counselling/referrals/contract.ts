import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { LAND_CODES } from '../../vault/laender.ts'
import { deadlineOwner } from '../deadlines/stored.ts'
import { realDay } from '../model.ts'
import { feedbackFields, referralShape } from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const text = z.string()
const count = z.number().int()

export const referralSchema = z.object({
  ...referralShape.shape,
  ...versioned.shape,
  ...deadlineOwner.shape,
  caseNumber: text.nullable(),
  alias: text.nullable(),
  /** The follow-up in the list of deadlines; null where none was wanted or it is gone. */
  followUp: z.object({ deadlineId: id, number: text, dueOn: text, done: z.boolean() }).nullable(),
  feedback: feedbackFields.nullable(),
  counsellorName: text,
  trashed: z.boolean(),
})
/** A referral of a case or of an anonymous consultation. */
export type Referral = z.infer<typeof referralSchema>

/** Which referrals a list shows: all · without feedback · those whose follow-up is due. */
export const feedbackStates = ['all', 'open', 'due', 'answered'] as const
export type FeedbackState = (typeof feedbackStates)[number]

const tally = { count, /** With a feedback that says something. */ answered: count, /** Of these, the person has found a place. */ arrived: count }
export const contactTallySchema = z.object({ contactId: id.nullable(), name: text, lastOn: text, ...tally })
export type ContactTally = z.infer<typeof contactTallySchema>
export const figuresSchema = z.object({
  ...tally,
  /** Years with a referral, the latest first. */
  years: z.array(count),
  contacts: z.array(contactTallySchema),
  topics: z.array(z.object({ topic: text, ...tally })),
})
export type ReferralFigures = z.infer<typeof figuresSchema>

const paper = z.object({ id, grant: text.min(1).max(100) })

/** „Verweisungen": to whom people were referred, on what ground anything was told, and what became of it. */
export const referralsContract = {
  /** Referrals of cases that the person sees and of anonymous consultations, the latest first. */
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''),
      year: count.nullable().default(null),
      topic: z.string().max(10).nullable().default(null),
      contactId: id.nullable().default(null),
      feedback: z.enum(feedbackStates).default('all'),
      mine: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ referrals: z.array(referralSchema), total: count })),
  of: procedure.input(deadlineOwner).output(z.array(referralSchema)),
  get: procedure.input(z.object({ id })).output(referralSchema),
  /** Stores a referral and, if wanted, the follow-up of that day, as one step. */
  create: procedure
    .input(z.object({ owner: deadlineOwner, fields: referralShape, followUp: z.object({ on: realDay, land: z.enum(LAND_CODES) }).nullable() }))
    .output(changeReceiptSchema.extend({ id })),
  update: procedure.input(versioned.extend({ fields: referralShape.partial() })).output(changeReceiptSchema),
  /** Notes what became of it and finishes the follow-up, as one step. */
  settle: procedure.input(versioned.extend({ feedback: feedbackFields })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** How often the whole office has referred to whom and what came of it: numbers without anything of a client. */
  figures: procedure.input(z.object({ year: count.nullable() })).output(figuresSchema),
  /** The same for one contact and those merged into it, year by year. */
  ofContact: procedure
    .input(z.object({ contactId: id }))
    .output(z.object({ ...tally, years: z.array(z.object({ year: count, ...tally })), topics: z.array(z.object({ topic: text, count })) })),
  /** Writes the slip for the client: German, or German beside another language. */
  saveSlip: procedure.input(paper.extend({ language: z.string().max(10).nullable(), format: z.enum(['pdf', 'docx']) })).output(z.void()),
  /** Writes the covering sheet for the other office; `forbidden` without a release that is valid today. */
  saveCover: procedure.input(paper.extend({ withName: z.boolean() })).output(z.void()),
}
