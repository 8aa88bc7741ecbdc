import catalogueFile from '../../../resources/counselling/privacy-catalogue.json' with { type: 'json' }
import rulesFile from '../../../resources/counselling/retention-rules.json' with { type: 'json' }
import type { CaseKind } from '../case-number.ts'

interface Entry {
  readonly code: string
  readonly label: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly needsConsent?: boolean
  readonly final?: boolean
}

/** Lists of words for data protection in counselling. */
export type PrivacyList = 'purposes' | 'legalBases' | 'specialBases' | 'consentWays' | 'restrictions' | 'objectionResults' | 'correctionOutcomes' | 'archiveDecisions' | 'reasons'

const lists: Record<PrivacyList, readonly Entry[]> = { ...catalogueFile, reasons: rulesFile.reasons }

/** How sure a period is: of the law, of a list that administrations use, or of practice alone. */
export type RetentionCertainty = 'law' | 'list' | 'practice'

/** A dated rule on how long something is kept. */
export interface RetentionRule {
  readonly code: string
  readonly label: string
  readonly years: number
  readonly from: 'year-of-last-contact' | 'year-of-final' | 'day-of-trash' | 'day-of-end'
  /** Whether it can be chosen for a case in place of what its kind gives. */
  readonly choosable: boolean
  readonly certainty: RetentionCertainty
  readonly norm: string
  readonly text: string
}

/** A period of the office's own, with the reason; null keeps the matter for good. */
export interface OwnPeriod {
  code: string
  years: number | null
  reason: string
}

/** Where the defaults come from. */
export const retentionSource = rulesFile.source
export const retentionRules = rulesFile.rules as readonly RetentionRule[]

/** The word for a code; an unknown one stands for itself. */
export function privacyLabel(list: PrivacyList, code: string): string {
  return lists[list].find((entry) => entry.code === code)?.label ?? code
}

/** What may be chosen from a list on a day (ISO). */
export function privacyOptions(list: PrivacyList, day: string): { value: string; label: string }[] {
  return lists[list].filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)).map(({ code, label }) => ({ value: code, label }))
}

/** Whether a code is on a list. */
export function isKnown(list: PrivacyList, code: string): boolean {
  return lists[list].some((entry) => entry.code === code)
}

/** Whether a legal basis, or one for special categories, holds only as long as a consent. */
export function needsConsent(list: 'legalBases' | 'specialBases', code: string): boolean {
  return lists[list].find((entry) => entry.code === code)?.needsConsent === true
}

/** Whether the archive has said its last word. */
export function isFinalDecision(code: string): boolean {
  return lists.archiveDecisions.find((entry) => entry.code === code)?.final === true
}

/** What the period of a case depends on. Days are ISO. */
export interface CaseFacts {
  kind: CaseKind
  /** Day of the last consultation, or of opening where there was none, or of closing if that is later. */
  lastContact: string
  chosenRule: string
  finalOn: string | null
  /** Day on which it came into the trash. */
  trashedOn: string | null
  /** All its purposes rest on consents, and since this day none of them holds. */
  basisEndedOn: string | null
}

/** How long something is kept, and why. `until` is the last day, null for "no end in sight". */
export interface Retention {
  rule: RetentionRule
  until: string | null
  years: number | null
  ownReason: string
}

const kindRules: Record<CaseKind, string> = { person: 'case', family: 'case', organisation: 'organisation', professional: 'advisory' }

/** How long a case is kept: a basis that has ended goes before the trash, the trash before the rule of its kind. */
export function caseRetention(facts: CaseFacts, own: readonly OwnPeriod[]): Retention {
  const usual = retentionFrom(ruleOf(facts.chosenRule || kindRules[facts.kind]), facts.lastContact, own, facts.finalOn)
  const candidates = [usual]
  if (facts.trashedOn !== null) candidates.push(trashRetention(facts.trashedOn, own))
  if (facts.basisEndedOn !== null) candidates.push(retentionFrom(ruleOf('basis-ended'), facts.basisEndedOn, own))
  // A lawsuit that runs stops the others: what is needed for it may be kept (Art. 17 (3) e DSGVO).
  if (usual.rule.from === 'year-of-final' && usual.until === null) return usual
  return candidates.reduce((least, next) => (next.until !== null && (least.until === null || next.until < least.until) ? next : least))
}

/** How long an anonymous consultation with a note is kept. */
export function anonymousRetention(heldOn: string, own: readonly OwnPeriod[]): Retention {
  return retentionFrom(ruleOf('anonymous'), heldOn, own)
}

/** How long something stays in the trash at most. */
export function trashRetention(trashedOn: string, own: readonly OwnPeriod[]): Retention {
  return retentionFrom(ruleOf('trash'), trashedOn, own)
}

/** Whether the last day has passed. */
export function isOver({ until }: Pick<Retention, 'until'>, today: string): boolean {
  return until !== null && until < today
}

function ruleOf(code: string): RetentionRule {
  const rule = retentionRules.find((known) => known.code === code) ?? retentionRules[0]
  if (!rule) throw new Error('There are no retention rules.')
  return rule
}

function retentionFrom(rule: RetentionRule, day: string, own: readonly OwnPeriod[], finalOn: string | null = null): Retention {
  const office = own.find(({ code }) => code === rule.code)
  const years = office ? office.years : rule.years
  const start = rule.from === 'year-of-final' ? finalOn : day
  const until = years === null || start === null ? null : rule.from.startsWith('year') ? `${Number(start.slice(0, 4)) + years}-12-31` : yearsAfter(start, years)
  return { rule, until, years, ownReason: office?.reason ?? '' }
}

/** The same day some years later; the 29th of February becomes the 28th. */
function yearsAfter(day: string, years: number): string {
  const shifted = `${Number(day.slice(0, 4)) + years}${day.slice(4, 10)}`
  return years % 4 !== 0 && shifted.endsWith('-02-29') ? shifted.replace('-29', '-28') : shifted
}
