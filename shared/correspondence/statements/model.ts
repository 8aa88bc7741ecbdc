import { z } from 'zod'
import { LAND_CODES } from '../../vault/laender.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import { statementKinds } from './catalogue.ts'
import { contributorRoles, extensions, involvements, mailWays, outcomes, replies, statementStates, votes } from './workflow.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const text = (max = 5_000) => z.string().max(max).transform(cleanText)
const day = z.iso.date()
const id = z.string().min(1).max(64)

/** What a person says of a request. Requester and assignee are kept with their names: a register outlives both. */
export const statementInputSchema = z.object({
  kind: z.enum(statementKinds),
  /** Code of the catalogue of occasions. */
  occasion: line(40),
  /** The request in the requester's words: "Ihr Schreiben vom …". */
  reason: line(1_000),
  subject: line(2_000).refine((value) => value !== '', 'Bitte den Gegenstand angeben.'),
  field: line(40),
  basis: line(500),
  requesterId: id.nullable(),
  requesterName: line().refine((value) => value !== '', 'Bitte angeben, wer um die Stellungnahme bittet.'),
  theirReference: line(),
  receivedOn: day,
  way: z.enum(mailWays),
  /** The external deadline; null where none was set. */
  dueOn: day.nullable(),
  extension: z.enum(extensions),
  extendedTo: day.nullable(),
  involvement: z.enum(involvements),
  /** How the office got to know of it, and what it missed. */
  involvementNote: text(2_000),
  /** Planning cases: code of the procedure, of the state of the plan, and the publication of the plan. */
  procedure: line(40),
  planStage: line(40),
  displayFrom: day.nullable(),
  displayTo: day.nullable(),
  assigneeId: id.nullable(),
  assigneeName: line(),
  vote: z.enum(votes),
  note: text(),
})
export type StatementInput = z.infer<typeof statementInputSchema>

/** A step of the ladder as it is kept. */
export const stepSchema = z.object({ id, code: z.string(), label: line(), workingDays: z.number().int().min(0).max(200), dueOn: day, doneOn: day.nullable(), doneBy: z.string() })
export type StatementStep = z.infer<typeof stepSchema>

/** Somebody who contributes, co-signs or is informed: a person of the vault, or a contact. */
export const contributorSchema = z.object({
  id,
  role: z.enum(contributorRoles),
  personId: id.nullable(),
  contactId: id.nullable(),
  name: line().refine((value) => value !== '', 'Bitte angeben, wer mitwirkt.'),
  requestedOn: day.nullable(),
  dueOn: day.nullable(),
  repliedOn: day.nullable(),
  reply: z.enum(replies),
  remark: text(2_000),
  remindedOn: day.nullable(),
  /** The words that were contributed. */
  contribution: text(20_000),
})
export type Contributor = z.infer<typeof contributorSchema>

/** A remark on a place of the text. The place is kept by its words and found again by them when the text has changed. */
export const commentSchema = z.object({
  id,
  quote: text(500),
  /** How many equal places lie before this one. */
  nth: z.number().int().min(0).max(10_000),
  text: text(4_000),
  authorId: z.string(),
  authorName: z.string(),
  at: z.string(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string(),
})
export type StatementComment = z.infer<typeof commentSchema>

/** A line of the course: submitted, returned, signed … */
export const decisionSchema = z.object({ id, at: z.string(), personName: z.string(), action: z.string(), remark: z.string(), version: z.number().int().nullable() })
export type Decision = z.infer<typeof decisionSchema>

/** A statement with everything that belongs to it. */
export const statementSchema = statementInputSchema.extend({
  id,
  version: z.number().int(),
  number: z.string(),
  state: z.enum(statementStates),
  land: z.enum(LAND_CODES),
  letterId: z.string().nullable(),
  extensionAskedOn: z.string().nullable(),
  /** The day that was asked for. */
  extensionWanted: z.string().nullable(),
  extensionReason: z.string(),
  extensionLetterId: z.string().nullable(),
  extensionAnsweredOn: z.string().nullable(),
  submittedLetterVersion: z.number().int().nullable(),
  signedAt: z.string().nullable(),
  signedBy: z.string(),
  signedVersion: z.number().int().nullable(),
  sentOn: z.string().nullable(),
  sentBy: z.string(),
  sentWay: z.enum(mailWays).nullable(),
  answeredOn: z.string().nullable(),
  outcome: z.enum(outcomes),
  outcomeText: z.string(),
  followUpOn: z.string().nullable(),
  trashed: z.boolean(),
  steps: z.array(stepSchema),
  contributors: z.array(contributorSchema),
  comments: z.array(commentSchema),
  decisions: z.array(decisionSchema),
})
export type Statement = z.infer<typeof statementSchema>

/** The day on which the statement must be there: the extended one where the extension was granted. */
export function effectiveDue({ dueOn, extension, extendedTo }: Pick<StatementInput, 'dueOn' | 'extension' | 'extendedTo'>): string | null {
  return extension === 'granted' && extendedTo !== null ? extendedTo : dueOn
}

/** One line of the list. */
export const statementListItemSchema = statementSchema.pick({
  id: true, number: true, kind: true, subject: true, requesterName: true, receivedOn: true, state: true, assigneeName: true, outcome: true, sentOn: true, involvement: true,
}).extend({
  /** The day on which it must be there. */
  dueOn: z.string().nullable(),
  /** The next open step of the ladder. */
  nextStep: z.object({ label: z.string(), dueOn: z.string() }).nullable(),
  /** What waits for the person who asks; empty where nothing does. */
  waits: z.string(),
})
export type StatementListItem = z.infer<typeof statementListItemSchema>

export const statementSorts = ['number', 'subject', 'requester', 'due', 'state', 'assignee'] as const
export type StatementSort = (typeof statementSorts)[number]
export const statementFilters = ['mine', 'assigned', 'open', 'overdue', 'done', 'all'] as const
export type StatementFilter = (typeof statementFilters)[number]

/** Which requests are looked at: of one kind, or those in which the office was asked late or not at all. */
export const statementScopes = ['', ...statementKinds, 'uninvolved'] as const
export type StatementScope = (typeof statementScopes)[number]

/** A kept version of a letter's text. */
export const letterVersionSchema = z.object({
  id,
  number: z.number().int(),
  kind: z.enum(['kept', 'submitted', 'final']),
  note: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  hash: z.string(),
})
export type LetterVersion = z.infer<typeof letterVersionSchema>
