import file from '../../../resources/deadlines/office-practice.json' with { type: 'json' }
import { addDays } from '../../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../holidays/holidays.ts'
import type { Land } from '../../vault/laender.ts'
import { rules } from './data.ts'
import type { DeadlineKind } from './types.ts'

interface Dated {
  readonly validFrom: string
  readonly validTo: string | null
  /** Kinds of deadlines that it is for; null: every kind. */
  readonly kinds: readonly string[] | null
  /** Longest period that it is for, in days; null: any. */
  readonly upToDays: number | null
}

interface PreWarningRule extends Dated {
  readonly daysBefore: readonly number[]
}

interface FourEyesRule extends Dated {
  readonly secondLookAfterMinutes: number
}

/** What the office's own rules need to know of a deadline. */
export interface DeadlineOutline {
  readonly kind: DeadlineKind
  /** ISO day on which it ends. */
  readonly dueOn: string
  readonly land: Land
  /** Days from notification to the end before any shift; null where nobody knows. */
  readonly lengthDays: number | null
  readonly ruleId: string | null
}

function firstFor<Rule extends Dated>(all: readonly Rule[], { kind, dueOn, lengthDays }: DeadlineOutline): Rule | undefined {
  return all.find((rule) =>
    rule.validFrom <= dueOn && dueOn <= (rule.validTo ?? dueOn) && (rule.kinds?.includes(kind) ?? true) &&
    (rule.upToDays === null || (lengthDays !== null && lengthDays <= rule.upToDays)))
}

/**
 * Days on which the office wants to be reminded, earliest first: by the length of the period (`office-practice.json`) and the
 * rule's own ones, each moved back to a day on which offices are open.
 */
export function preWarningsOf(deadline: DeadlineOutline): readonly string[] {
  const { dueOn, land, ruleId } = deadline
  const days = [
    ...(firstFor(file.preWarnings as readonly PreWarningRule[], deadline)?.daysBefore ?? []),
    ...(rules.find(({ id }) => id === ruleId)?.preWarningDays ?? []),
  ]
  return [...new Set(days.map((count) => firstOpenDay(addDays(dueOn, -count), -1, (day) => officeClosed(day, land))))].sort()
}

/** The rule of the four-eyes check that a deadline falls under, and how long a second look by the same person must wait. */
export function fourEyesRuleOf(deadline: DeadlineOutline): { readonly secondLookAfterMinutes: number } | undefined {
  return firstFor(file.fourEyes as readonly FourEyesRule[], deadline)
}
