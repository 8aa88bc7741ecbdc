import { z } from 'zod'
import { LAND_CODES } from '../../vault/laender.ts'
import { realDay } from '../model.ts'
import { WAYS, type DeadlineInput } from './types.ts'

const id = z.string().min(1).max(64)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte die Uhrzeit als 14:03 angeben.')
const line = (max: number, name: string) => z.string().trim().max(max, `${name}: höchstens ${max} Zeichen.`)
const text = (max: number, name: string) => z.string().max(max, `${name}: höchstens ${max} Zeichen.`)

/** Where the day that counts comes from: computed · said by the notice itself · set by the person. */
export const deadlineBases = ['computed', 'notice', 'free'] as const
export type DeadlineBasis = (typeof deadlineBases)[number]

/** What became of a deadline. */
export const deadlineOutcomes = ['filed', 'passed-on', 'not-wanted', 'settled', 'missed'] as const
export type DeadlineOutcome = (typeof deadlineOutcomes)[number]

export const outcomeLabels: Readonly<Record<DeadlineOutcome, string>> = {
  filed: 'Rechtsbehelf oder Antrag eingelegt',
  'passed-on': 'weitergegeben',
  'not-wanted': 'nicht eingelegt auf Wunsch der ratsuchenden Person',
  settled: 'anders erledigt',
  missed: 'versäumt',
}

/** Who has looked at the date a second time: another person · the same person an hour or more later. */
export const checkKinds = ['second-person', 'second-look'] as const
export type CheckKind = (typeof checkKinds)[number]

/** What the calculator is given; the office process computes by it once more. */
export const calculationSchema = z.object({
  rule: z.string().min(1).max(20),
  land: z.enum(LAND_CODES),
  way: z.enum(WAYS),
  date: realDay,
  time: clock.optional(),
  applicationDate: realDay.optional(),
  arrivedOn: realDay.optional(),
  days: z.number().int().min(1).max(90).optional(),
})
export type Calculation = z.infer<typeof calculationSchema>

/** The input of `computeDeadline`, without what isn't given. */
export function calculationInput({ rule, land, way, date, time, applicationDate, arrivedOn, days }: Calculation): DeadlineInput {
  return {
    rule, land, way, date,
    ...(time !== undefined && { time }),
    ...(applicationDate !== undefined && { applicationDate }),
    ...(arrivedOn !== undefined && { arrivedOn }),
    ...(days !== undefined && { days }),
  }
}

/** A date that is not computed: by the notice's own instruction, or set freely. */
export const takenDateSchema = z.object({
  dueOn: realDay,
  dueTime: clock.or(z.literal('')).default(''),
  /** `earliest`: nothing ends on this day, it is the first one on which something can be done. */
  earliest: z.boolean().default(false),
  /** What the notice says; empty for a free date. */
  noticeText: text(2_000, 'Wortlaut'),
  /** Why this date and not the computed one. */
  reason: text(1_000, 'Grund'),
})
export type TakenDate = z.infer<typeof takenDateSchema>

/** How the day is found: computed, taken, or both, where the taken one counts and the computed one is kept beside it. */
export const datingSchema = z.object({
  /** Land whose holidays decide on the safe day where nothing is computed. */
  land: z.enum(LAND_CODES),
  calculation: calculationSchema.nullable(),
  taken: takenDateSchema.nullable(),
})
export type Dating = z.infer<typeof datingSchema>

/** What is written about a deadline besides its day. */
export const deadlineTexts = z.object({
  title: line(200, 'Bezeichnung').min(1, 'Bitte angeben, wofür die Frist läuft.'),
  /** What must be done, in words for the client. */
  task: text(1_000, 'Was zu tun ist'),
  /** Court or authority where it must arrive. */
  place: text(500, 'Wo'),
  note: text(10_000, 'Notiz'),
})
export type DeadlineTexts = z.infer<typeof deadlineTexts>

/** What the deadline belongs to; both null: to nobody in particular. */
export const deadlineOwner = z.object({ caseId: id.nullable(), consultationId: id.nullable() })

export const doneSchema = z.object({
  on: realDay,
  how: z.enum(deadlineOutcomes, { error: 'Bitte angeben, was geschehen ist.' }),
  note: text(1_000, 'Bemerkung'),
})
export type Done = z.infer<typeof doneSchema>

const stepSchema = z.object({ title: z.string(), day: z.string().nullable(), detail: z.string(), norm: z.string() })

/** The computation as it was shown when the deadline was entered. */
export const computationSchema = z.object({
  input: calculationSchema,
  title: z.string(),
  notifiedOn: z.string(),
  nominalEnd: z.string().nullable(),
  deadline: z.string().nullable(),
  safeDay: z.string().nullable(),
  steps: z.array(stepSchema),
  warnings: z.array(z.string()),
  disclaimer: z.string(),
  asOf: z.string(),
})
export type Computation = z.infer<typeof computationSchema>

export const storedDeadlineSchema = deadlineTexts.extend({
  id,
  version: z.number().int(),
  /** `FR-2026-007`, given once. */
  number: z.string(),
  ...deadlineOwner.shape,
  caseNumber: z.string().nullable(),
  alias: z.string().nullable(),
  /** The case or the consultation lies in the trash while this is still to be decided. */
  ownerTrashed: z.boolean(),
  title: z.string(),
  basis: z.enum(deadlineBases),
  kind: z.enum(['end', 'earliest', 'backward', 'summons', 'hours', 'age', 'year-end', 'validity', 'retroactive', 'none']),
  dueOn: z.string(),
  dueTime: z.string(),
  safeOn: z.string(),
  land: z.enum(LAND_CODES),
  lengthDays: z.number().int().nullable(),
  ruleId: z.string().nullable(),
  ruleVersion: z.string(),
  norm: z.string(),
  certainty: z.enum(['certain', 'substantial', 'recheck']).nullable(),
  /** What the rule gave, for hours with the time; null where nothing was computed. */
  computedOn: z.string().nullable(),
  computation: computationSchema.nullable(),
  noticeText: z.string(),
  reason: z.string(),
  /** Whether the date must be looked at twice, and by whom it was; `check` null: open. */
  fourEyes: z.boolean(),
  check: z.object({ kind: z.enum(checkKinds), byName: z.string(), at: z.string(), reason: z.string() }).nullable(),
  datedById: z.string(),
  datedByName: z.string(),
  datedAt: z.string(),
  responsibleName: z.string(),
  /** The case belongs to somebody else: only what a check of the date needs is here. */
  restricted: z.boolean(),
  /** The person asking is responsible for it or for its case, or the case is opened to them. */
  mine: z.boolean(),
  done: z.object({ on: z.string(), how: z.enum(deadlineOutcomes), note: z.string(), byName: z.string(), at: z.string() }).nullable(),
  trashed: z.boolean(),
  updatedAt: z.string(),
})
/** A deadline of a case, of an anonymous consultation or of neither. */
export type StoredDeadline = z.infer<typeof storedDeadlineSchema>

/** „B-2026-014 · Linde“, „Anonyme Beratung“ or „ohne Fall“. */
export function ownerLabel({ caseNumber, alias, consultationId }: Pick<StoredDeadline, 'caseNumber' | 'alias' | 'consultationId'>): string {
  if (caseNumber !== null) return alias === null ? caseNumber : `${caseNumber} · ${alias}`
  return consultationId === null ? 'ohne Fall' : 'Anonyme Beratung'
}
