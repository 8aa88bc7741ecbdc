import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { letterListItemSchema } from '../../correspondence/letter.ts'
import { mailWays } from '../../correspondence/statements/workflow.ts'
import { LAND_CODES } from '../../vault/laender.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { answerKeys, factLabels, type AnswerKey, type FactKey } from './starters.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const text = (max: number) => z.string().max(max, `Höchstens ${max} Zeichen.`).trim()

/** Whether what a letter tells may be told: to the client always; to others by a release, or for a reason that is noted. */
export const releaseStandings = ['client', 'nobody', 'release', 'reason', 'missing'] as const
export type ReleaseStanding = (typeof releaseStandings)[number]

/** What a letter about a client has beside every letter. */
export const letterCaseSchema = z.object({
  caseId: id, caseNumber: z.string(), alias: z.string(), starter: z.string().nullable(), toClient: z.boolean(), purpose: z.string(),
  standing: z.enum(releaseStandings),
  /** The release in force for the recipient, in words; empty without. */
  release: z.string(),
  reason: z.string(),
  /** Day on which to ask again after it was sent. */
  followUpOn: z.string().nullable(),
  /** Number of the follow-up that was entered; null without. */
  followUp: z.string().nullable(),
  sentOn: z.string().nullable(), sentWay: z.enum(mailWays).nullable(), sentNote: z.string(),
  /** What to mind before it goes out. */
  warnings: z.array(z.string()),
  /** What is still to be filled in. */
  gaps: z.array(z.string()),
  version: z.number().int(),
})
export type LetterCase = z.infer<typeof letterCaseSchema>

/** One line of the register of letters about clients. */
export const clientLetterItemSchema = letterListItemSchema.extend({ caseId: id, caseNumber: z.string(), alias: z.string(), toClient: z.boolean(), sentOn: z.string().nullable(), standing: z.enum(releaseStandings) })
export type ClientLetterItem = z.infer<typeof clientLetterItemSchema>

export const letterDetailsSchema = z.object({ purpose: text(500), reason: text(500), followUpOn: z.iso.date().nullable() })
export type LetterDetails = z.infer<typeof letterDetailsSchema>

/** What a new letter begins with. */
export const newLetterSchema = z.object({
  caseId: id,
  starter: id.nullable(),
  land: z.enum(LAND_CODES),
  /** The client, a contact of the directory, or nobody yet. */
  recipient: z.union([z.object({ kind: z.literal('client') }), z.object({ kind: z.literal('contact'), contactId: id }), z.object({ kind: z.literal('nobody') })]),
  /** The line of the log that proves that the identity card was opened for this; null: the letter begins without the name. */
  opening: id.nullable(),
  answers: z.partialRecord(z.enum(answerKeys as [AnswerKey, ...AnswerKey[]]), text(2_000)),
})
export type NewLetter = z.infer<typeof newLetterSchema>

/** Letters about clients, beside what the desk of letters can do with each. */
export const clientLettersContract = {
  /** Letters of the cases that the person may see, or of one case, the newest first. */
  list: procedure
    .input(z.object({ caseId: id.nullable().default(null), query: z.string().max(200).default(''), open: z.boolean().default(false), limit: z.number().int().min(1).max(500).default(200) }))
    .output(z.object({ letters: z.array(clientLetterItemSchema), total: z.number().int() })),
  /** Begins a letter with the next number; nothing of it is known to the office side. */
  create: procedure.input(newLetterSchema).output(changeReceiptSchema.extend({ id })),
  /** What the letter has to do with its case. */
  caseOf: procedure.input(z.object({ id })).output(letterCaseSchema),
  /** Whether something may be told to a contact about a case, before a letter begins. */
  standing: procedure.input(z.object({ caseId: id, contactId: id })).output(z.object({ standing: z.enum(releaseStandings), release: z.string() })),
  saveDetails: procedure.input(versioned.extend({ details: letterDetailsSchema.partial() })).output(changeReceiptSchema),
  /** What can be put into the text; the person's own only with the opening of the identity card. */
  facts: procedure.input(z.object({ id, opening: id.nullable() })).output(z.array(z.object({ key: z.enum(Object.keys(factLabels) as [FactKey, ...FactKey[]]), value: z.string() }))),
}
