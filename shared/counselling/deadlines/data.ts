import proceduresFile from '../../../resources/deadlines/procedures.json' with { type: 'json' }
import rulesFile from '../../../resources/deadlines/rules.json' with { type: 'json' }
import waysFile from '../../../resources/deadlines/ways.json' with { type: 'json' }
import type { Certainty, DeadlineKind, Way } from './types.ts'

/** Law by which a notice becomes effective. `court`, `private`, `receipt` and `event` know no presumed day. */
export type NoticeLaw = 'act' | 'service' | 'social' | 'tax' | 'asylum' | 'court' | 'private' | 'receipt' | 'event'

export type Unit = 'h' | 'd' | 'w' | 'm' | 'y'

export interface RuleVersion {
  readonly validFrom: string
  readonly validTo: string | null
  readonly amount: number
  readonly unit: Unit
  readonly norm: string
  readonly certainty: Certainty
  /** Day to which an ordinance extends a title, whatever is printed on it. */
  readonly until?: string
}

export interface Rule {
  readonly id: string
  readonly title: string
  readonly trigger: string
  readonly kind: DeadlineKind
  readonly notice: NoticeLaw
  readonly procedure: keyof typeof proceduresFile.procedures
  /** Whether an end on a day off moves to the next working day (or, backwards, to the one before). */
  readonly shift: boolean
  /** Which date picks the version. */
  readonly keyDate: 'event' | 'asylum-application'
  readonly preWarningDays: readonly number[]
  readonly hint: string | null
  readonly versions: readonly RuleVersion[]
}

export interface WayRule {
  readonly ways: readonly string[]
  readonly notices: readonly string[]
  /** The law presumes a day a few days after posting. */
  readonly fiction: boolean
  /** The presumed day moves to the next working day (tax law only). */
  readonly shift: boolean
  /** The text of the Land may differ from the federal one. */
  readonly stateText: boolean
  readonly certainty: Certainty
  readonly norm: string
  readonly title: string
  readonly hint: string | null
}

export const rules = rulesFile.rules as readonly Rule[]
export const disclaimer = rulesFile.disclaimer
export const source = { version: rulesFile.version, asOf: rulesFile.asOf }

const byId = new Map(rules.map((rule) => [rule.id, rule] as const))

/** The rule with this id. Throws a RangeError for an unknown one: a deadline must never be computed by a guess. */
export const ruleById = (id: string): Rule => {
  const rule = byId.get(id)
  if (rule === undefined) throw new RangeError(`Unknown deadline rule: ${id}`)
  return rule
}

/** Paragraphs for counting and for shifting in a rule's procedure. */
export const procedureOf = (rule: Rule): { readonly period: string; readonly shift: string } =>
  proceduresFile.procedures[rule.procedure]

/** How the way works under the notice's law; `undefined` where the law presumes nothing. */
export const wayRule = (notice: NoticeLaw, way: Way): WayRule | undefined =>
  (waysFile.ways as readonly WayRule[]).find((each) => each.ways.includes(way) && each.notices.includes(notice))

/** Title and paragraph for notices without a presumed day. */
export const actualNotice = (notice: NoticeLaw): { readonly norm: string; readonly title: string } =>
  waysFile.actual[notice as keyof typeof waysFile.actual]

export const { noFiction, unclearStateText, statesWithFederalText } = waysFile

const inForce = (version: { validFrom: string | null; validTo: string | null }, day: string): boolean =>
  (version.validFrom ?? day) <= day && day <= (version.validTo ?? day)

/** Days from posting to the presumed notification: 4 since 1 January 2025, 3 before (Postrechtsmodernisierungsgesetz). */
export const postingDays = (postedOn: string): number =>
  waysFile.postingDays.find((each) => inForce(each, postedOn))?.days ?? 3

/** The rule's version in force on its key day, or `undefined` when the day lies before all of them. */
export const versionOn = (rule: Rule, day: string): RuleVersion | undefined =>
  rule.versions.find((version) => inForce(version, day))
