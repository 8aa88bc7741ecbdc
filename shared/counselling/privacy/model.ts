import { z } from 'zod'
import { caseFields } from '../model.ts'
import { isKnown, needsConsent, retentionRules, type PrivacyList } from './rules.ts'

const id = z.string().min(1).max(64)
const day = z.iso.date('Bitte einen Tag angeben.')
const text = (max: number) => z.string().max(max).normalize('NFC').trim()
const code = (list: PrivacyList, message: string) => z.string().refine((value) => isKnown(list, value), message)
const optionalCode = (list: PrivacyList) => z.string().refine((value) => value === '' || isKnown(list, value), 'Dieser Wert ist nicht bekannt.')

/** One purpose of a case with its basis; a consent has a version of its text, a day, a way and a scope. */
export const casePurposeSchema = z
  .object({
    id,
    purpose: code('purposes', 'Bitte einen Zweck wählen.'),
    legalBasis: code('legalBases', 'Bitte eine Rechtsgrundlage wählen.'),
    specialBasis: optionalCode('specialBases'),
    specialReason: text(500),
    consentVersion: text(120),
    consentOn: day.nullable(),
    consentWay: optionalCode('consentWays'),
    consentScope: text(1000),
    consentUntil: day.nullable(),
    revokedOn: day.nullable(),
    revokedWay: text(200),
  })
  .superRefine((purpose, context) => {
    const complain = (path: string, message: string): void => { context.addIssue({ code: 'custom', path: [path], message }) }
    if (restsOnConsent(purpose) && purpose.consentOn === null) complain('consentOn', 'Ohne den Tag ist die Einwilligung nicht nachweisbar (Art. 7 Abs. 1 DSGVO).')
    if (restsOnConsent(purpose) && purpose.consentVersion === '') complain('consentVersion', 'Welche Fassung des Textes wurde vorgelegt?')
    if (purpose.specialBasis !== '' && purpose.specialReason === '') complain('specialReason', 'Bitte den Grund nennen: besondere Kategorien nur, wenn es nötig ist.')
    if (purpose.consentOn !== null && purpose.consentUntil !== null && purpose.consentUntil < purpose.consentOn) complain('consentUntil', 'Das Ende liegt vor dem Beginn.')
  })
export type CasePurpose = z.infer<typeof casePurposeSchema>

/** Whether a purpose holds only as long as a consent. */
export function restsOnConsent({ legalBasis, specialBasis }: Pick<CasePurpose, 'legalBasis' | 'specialBasis'>): boolean {
  return needsConsent('legalBases', legalBasis) || needsConsent('specialBases', specialBasis)
}

/** Since when a purpose's consent no longer holds; null while it does or none is needed. */
export function endedSince(purpose: CasePurpose, today: string): string | null {
  if (!restsOnConsent(purpose)) return null
  const ends = [purpose.revokedOn, purpose.consentUntil].filter((end): end is string => end !== null && end <= today)
  return ends.sort()[0] ?? null
}

export const correctionSchema = z.object({
  id,
  askedOn: day,
  what: text(2000).min(3, 'Was soll berichtigt werden?'),
  outcome: code('correctionOutcomes', 'Bitte ein Ergebnis wählen.'),
  note: text(2000),
})
export type Correction = z.infer<typeof correctionSchema> & { decidedOn: string | null; decidedBy: string }

/** Where data come from, when the person was informed, and how long the case is kept. */
export const privacyDetailsSchema = z.object({
  socialData: z.boolean(),
  socialSource: text(200),
  otherSource: text(300),
  otherSince: day.nullable(),
  informedOn: day.nullable(),
  otherInformedOn: day.nullable(),
  retentionRule: z.string().refine((value) => value === '' || retentionRules.some((rule) => rule.code === value && rule.choosable), 'Diese Regel ist nicht bekannt.'),
  finalOn: day.nullable(),
})
export type PrivacyDetails = z.infer<typeof privacyDetailsSchema>

export const restrictionSchema = z.object({ why: code('restrictions', 'Bitte den Grund wählen.'), note: text(1000).min(3, 'Bitte kurz beschreiben, worum es geht.') })

export const objectionSchema = z
  .object({ on: day, grounds: text(2000).min(3, 'Welche Gründe nennt die Person?'), result: optionalCode('objectionResults'), weighing: text(3000) })
  .refine(({ result, weighing }) => result === '' || weighing.length >= 10, { path: ['weighing'], message: 'Bitte die Abwägung festhalten (Art. 21 Abs. 1 DSGVO).' })

export const holdSchema = z.object({ reason: text(500).min(5, 'Bitte den Grund nennen.'), until: day.nullable() })
const storedHold = z.object({ id, reason: z.string(), setOn: z.string(), setBy: z.string(), until: z.string().nullable(), liftedOn: z.string().nullable(), liftedBy: z.string(), active: z.boolean() })

/** What can be destroyed: a case with everything of it, an anonymous consultation, a paper. */
export const disposableTypes = ['case', 'consultation', 'attachment'] as const
export const targetSchema = z.object({ type: z.enum(disposableTypes), id })
export type DisposalTarget = z.infer<typeof targetSchema>

export const disposalModes = { destroy: 'vollständig löschen', anonymise: 'anonymisieren: Zahlen behalten, Person löschen' } as const
const mode = z.enum(Object.keys(disposalModes) as ['destroy', 'anonymise'])

export const proposalSchema = z.object({ mode, reason: z.string(), note: z.string(), at: z.string(), by: z.string(), own: z.boolean() })
export type Proposal = z.infer<typeof proposalSchema>

export const archiveOfferSchema = z.object({
  decision: code('archiveDecisions', 'Bitte die Antwort des Archivs wählen.'), offeredOn: day, decidedOn: day.nullable(), handedOverOn: day.nullable(), note: text(500),
})
export type ArchiveOffer = z.infer<typeof archiveOfferSchema>

const retentionSchema = z.object({ rule: z.string(), label: z.string(), text: z.string(), norm: z.string(), until: z.string().nullable(), over: z.boolean(), ownReason: z.string() })

/** Everything of data protection that stands at a case. */
export const casePrivacySchema = z.object({
  version: z.number().int(),
  details: privacyDetailsSchema,
  purposes: z.array(casePurposeSchema),
  restriction: z.object({ on: z.string(), why: z.string(), note: z.string() }).nullable(),
  objection: z.object({ on: z.string(), grounds: z.string(), result: z.string(), weighing: z.string(), decidedOn: z.string().nullable(), decidedBy: z.string() }).nullable(),
  corrections: z.array(correctionSchema.extend({ decidedOn: z.string().nullable(), decidedBy: z.string() })),
  holds: z.array(storedHold),
  retention: retentionSchema,
  proposal: proposalSchema.nullable(),
  archive: archiveOfferSchema.nullable(),
  disclosures: z.array(z.object({ at: z.string(), personName: z.string(), identityCheck: z.string(), leftOut: z.number().int() })),
  /** Sentences on what has to be done, such as informing the person within a month. */
  tasks: z.array(z.string()),
})
export type CasePrivacy = z.infer<typeof casePrivacySchema>

export const reviewGroups = ['due', 'proposed', 'held', 'restricted', 'tasks'] as const
export type CaseReviewGroup = (typeof reviewGroups)[number]

/** A line of the list of what is to be looked at. Who may not see the case gets neither alias nor note. */
export const disposalItemSchema = z.object({
  target: targetSchema,
  /** Number of the case, or the day of an anonymous consultation. */
  name: z.string(),
  alias: z.string(),
  kind: z.union([caseFields.shape.kind, z.literal('consultation'), z.literal('attachment')]),
  mine: z.boolean(),
  lastContact: z.string(),
  retention: retentionSchema,
  holds: z.number().int(),
  openDeadlines: z.number().int(),
  restricted: z.boolean(),
  archive: archiveOfferSchema.nullable(),
  proposal: proposalSchema.nullable(),
  tasks: z.array(z.string()),
  /** Why it can't be destroyed now; empty when it can. */
  obstacles: z.array(z.string()),
})
export type DisposalItem = z.infer<typeof disposalItemSchema>

/** What a destruction would take away, by kind, and where copies may still lie. */
export const disposalPlanSchema = z.object({
  items: z.array(disposalItemSchema),
  counts: z.array(z.object({ label: z.string(), count: z.number().int() })),
  /** Records that stay and speak of a case by its number. */
  mentions: z.array(z.object({ label: z.string(), title: z.string() })),
  backups: z.array(z.object({ name: z.string(), at: z.string() })),
  /** The day by which the program itself has taken the last of its backups away; null without one. */
  backupsGoneBy: z.string().nullable(),
  /** Last day on which a backup of the computer centre may hold it; null when the office hasn't settled that. */
  backupsUntil: z.string().nullable(),
  backupNote: z.string(),
  /** Who else could confirm; without anybody the same person may, from the day after the proposal. */
  others: z.array(z.string()),
})
export type DisposalPlan = z.infer<typeof disposalPlanSchema>

export const destructionRecordSchema = z.object({
  number: z.string(),
  at: z.string(),
  proposedBy: z.string(),
  confirmedBy: z.string(),
  mode,
  reason: z.string(),
  rule: z.string(),
  statement: z.string(),
  counts: z.array(z.object({ label: z.string(), count: z.number().int() })),
  archive: z.string(),
  backups: z.string(),
  hash: z.string(),
  /** Whether hash, chain and signature are right. */
  sound: z.boolean(),
})
export type DestructionRecord = z.infer<typeof destructionRecordSchema>

export const practiceSchema = z.object({
  archiveName: text(200),
  archiveRequired: z.boolean(),
  backupDays: z.number().int().min(0).max(3660).nullable(),
  backupNote: text(500),
})
export type Practice = z.infer<typeof practiceSchema>
export const ownPeriodSchema = z.object({ code: z.string().refine((value) => retentionRules.some((rule) => rule.code === value)), years: z.number().int().min(0).max(100).nullable(), reason: text(500).min(5, 'Bitte den Grund nennen.') })

/** A text of the access export as it stands, for somebody to read before it is given out. */
export const dossierTextSchema = z.object({ key: z.string(), section: z.string(), label: z.string(), text: z.string(), free: z.boolean() })
export type DossierText = z.infer<typeof dossierTextSchema>
/** A piece of a text that is blackened, with the reason. */
export const blackeningSchema = z.object({ key: z.string().max(200), start: z.number().int().min(0), end: z.number().int().min(1), why: text(200).min(3, 'Bitte den Grund nennen.') })
export type Blackening = z.infer<typeof blackeningSchema>
