import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { LAND_CODES } from '../../vault/laender.ts'
import { letterFieldsSchema } from '../letter.ts'
import {
  contributorSchema, letterVersionSchema, statementFilters, statementInputSchema, statementListItemSchema, statementSchema, statementScopes, statementSorts,
} from './model.ts'
import { mailWays, outcomes, replies, statementActions } from './workflow.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const remark = z.string().max(4_000).default('')
const tally = z.array(z.object({ label: z.string(), count: z.number().int() }))

/** What goes with an action. */
export const actionInputSchema = z.object({
  action: z.enum(statementActions),
  remark,
  /** With `sign`: the version of the letter that the person has read. */
  letterVersion: z.number().int().nullable().default(null),
  /** With `begin`: what the draft is written with. */
  template: id.nullable().default(null),
  /** With `dispatch` and `answer`: the day. */
  on: z.iso.date().nullable().default(null),
  way: z.enum(mailWays).nullable().default(null),
  /** With `answer`. */
  outcome: z.enum(outcomes).nullable().default(null),
  followUpOn: z.iso.date().nullable().default(null),
})
export type ActionInput = z.infer<typeof actionInputSchema>

/** „Stellungnahmen": from the request to what became of it. */
export const statementsContract = {
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''),
      filter: z.enum(statementFilters).default('open'),
      scope: z.enum(statementScopes).default(''),
      year: z.number().int().nullable().default(null),
      sort: z.enum(statementSorts).default('due'),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ statements: z.array(statementListItemSchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(statementSchema),
  /** Takes in a request with the files that came with it, enters it into the incoming register, and begins the draft if wanted. */
  create: procedure
    .input(z.object({ fields: statementInputSchema, land: z.enum(LAND_CODES), shorten: z.boolean(), files: z.array(id).max(20), begin: z.boolean(), template: id.optional() }))
    .output(changeReceiptSchema.extend({ id, letterId: id.nullable() })),
  /** Stores the fields given; a new external deadline moves the open steps of the ladder. */
  update: procedure.input(versioned.extend({ fields: statementInputSchema.partial() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** Does something with the whole statement; `forbidden` for who may not sign, `invalid` where it doesn't fit the state. */
  act: procedure.input(versioned.extend({ input: actionInputSchema })).output(changeReceiptSchema),
  /** Says that a step of the ladder is done, or isn't; or gives it another day. */
  setStep: procedure.input(versioned.extend({ step: id, done: z.boolean(), dueOn: z.iso.date() })).output(changeReceiptSchema),
  /** Replaces who contributes and co-signs. */
  setContributors: procedure.input(versioned.extend({ contributors: z.array(contributorSchema).max(60) })).output(changeReceiptSchema),
  /** Answers what somebody was asked. */
  reply: procedure.input(versioned.extend({ contributor: id, reply: z.enum(replies), remark })).output(changeReceiptSchema),
  /** Reminds somebody, with a new day, and by a letter if wanted. */
  remind: procedure.input(versioned.extend({ contributor: id, dueOn: z.iso.date(), letter: z.boolean() })).output(changeReceiptSchema.extend({ letterId: id.nullable() })),
  /** Puts the words of a contribution into the draft. */
  takeContribution: procedure.input(versioned.extend({ contributor: id })).output(changeReceiptSchema),
  /** Asks for more time, by a letter if wanted. */
  askExtension: procedure
    .input(versioned.extend({ wanted: z.iso.date(), reason: z.string().trim().max(1_000), letter: z.boolean() }))
    .output(changeReceiptSchema.extend({ letterId: id.nullable() })),
  /** Says whether more time was given. */
  answerExtension: procedure.input(versioned.extend({ granted: z.boolean(), until: z.iso.date().nullable(), remark })).output(changeReceiptSchema),
  addComment: procedure
    .input(z.object({ id, quote: z.string().max(500), nth: z.number().int().min(0).max(10_000), text: z.string().trim().min(1, 'Bitte etwas schreiben.').max(4_000) }))
    .output(changeReceiptSchema),
  /** Resolves a comment or opens it again. */
  resolveComment: procedure.input(z.object({ id, comment: id, resolved: z.boolean() })).output(changeReceiptSchema),
  removeComment: procedure.input(z.object({ id, comment: id })).output(changeReceiptSchema),
  /** The statement that a letter is the text of, null if none. */
  ofLetter: procedure.input(z.object({ letterId: id })).output(z.object({ id, number: z.string(), title: z.string() }).nullable()),
  /** What stands next on the ladders of all open statements, the earliest first. */
  upcoming: procedure
    .input(z.object({ limit: z.number().int().min(1).max(50) }))
    .output(z.object({ mine: z.array(statementListItemSchema), mineTotal: z.number().int(), overdueTotal: z.number().int(), next: z.array(statementListItemSchema) })),
  statistics: procedure.input(z.object({ year: z.number().int().nullable() })).output(z.object({
    years: z.array(z.number().int()),
    total: z.number().int(), sent: z.number().int(), dropped: z.number().int(), open: z.number().int(), inTime: z.number().int(), late: z.number().int(),
    medianDays: z.number().int().nullable(), outcomes: z.record(z.enum(outcomes), z.number().int()), notInvolved: z.number().int(), involvedLate: z.number().int(),
    byYear: tally, byRequester: tally, byField: tally, byOccasion: tally, byVote: tally, byInvolvement: tally,
    punctuality: z.array(z.object({ label: z.string(), received: z.number().int(), sent: z.number().int(), inTime: z.number().int(), late: z.number().int() })),
  })),
  /** Writes the register of statements of a year, or of all, as PDF or XLSX; `uninvolved` only those in which the office was asked late or not at all. */
  save: procedure.input(z.object({ scope: z.enum(statementScopes).default(''), year: z.number().int().nullable(), format: z.enum(['pdf', 'xlsx']), grant: z.string().min(1).max(100) })).output(z.void()),
}

/** Versions of a letter's text. They belong to letters, so that every letter is frozen in the same way. */
export const versionsContract = {
  list: procedure.input(z.object({ letterId: id })).output(z.array(letterVersionSchema)),
  /** Keeps the text as it is now. */
  keep: procedure.input(z.object({ letterId: id, note: z.string().trim().max(200) })).output(changeReceiptSchema),
  /** What a version says. */
  content: procedure.input(z.object({ id })).output(letterFieldsSchema.extend({ letterNumber: z.string() })),
  /** Calculates the hash of the newest final version again, and compares it with the letter as it is. */
  check: procedure.input(z.object({ letterId: id })).output(z.object({
    number: z.number().int(), frozenAt: z.string(), frozenBy: z.string(), hash: z.string(),
    /** The kept version still has the hash that it was frozen with. */
    intact: z.boolean(),
    /** The letter still says what the version says. */
    unchanged: z.boolean(),
  }).nullable()),
}
