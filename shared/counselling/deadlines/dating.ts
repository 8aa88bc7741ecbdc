import { addDays, daysBetween } from '../../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../holidays/holidays.ts'
import type { Land } from '../../vault/laender.ts'
import { computeDeadline } from '../deadlines.ts'
import { fourEyesRuleOf } from './practice.ts'
import { calculationInput, type Computation, type DeadlineBasis, type Dating } from './stored.ts'
import type { Certainty, DeadlineKind, DeadlineResult } from './types.ts'

/** All that follows from how the day of a deadline is found. */
export interface DeadlineDates {
  readonly basis: DeadlineBasis
  readonly kind: DeadlineKind
  readonly dueOn: string
  readonly dueTime: string
  readonly safeOn: string
  readonly land: Land
  readonly lengthDays: number | null
  readonly ruleId: string | null
  readonly ruleVersion: string
  readonly norm: string
  readonly certainty: Certainty | null
  readonly computedOn: string | null
  readonly computation: Computation | null
  readonly noticeText: string
  readonly reason: string
  readonly fourEyes: boolean
}

/** Kinds whose length is no period that somebody could miss: the day is a date of its own. */
const lengthless: readonly DeadlineKind[] = ['earliest', 'age', 'validity', 'retroactive', 'none']

/**
 * The dates of a deadline to be stored, or the messages per field that say why there can be none.
 * @param today ISO day on which it is entered; a free date counts its length from it
 */
export function datesOf(dating: Dating, today: string): { dates: DeadlineDates } | { errors: Record<string, string> } {
  const { calculation, taken } = dating
  const result = calculation === null ? null : computeDeadline(calculationInput(calculation))
  const errors = errorsOf(dating, result)
  if (Object.keys(errors).length > 0) return { errors }
  const computed = result && calculation ? computationOf(calculation, result) : null
  const [dueOn, dueTime] = taken ? [taken.dueOn, taken.dueTime] : splitMoment(result?.deadline ?? '')
  const land = calculation?.land ?? dating.land
  const kind = taken ? (taken.earliest ? 'earliest' : result && !lengthless.includes(result.kind) ? result.kind : 'end') : (result?.kind ?? 'end')
  const lengthDays = lengthOf(kind, dueOn, taken !== null, result, today)
  const outline = { kind, dueOn, land, lengthDays, ruleId: result?.rule ?? null }
  return {
    dates: {
      ...outline,
      basis: taken === null ? 'computed' : taken.noticeText.trim() === '' && result === null ? 'free' : 'notice',
      dueTime,
      safeOn: taken ? safeDayOfTaken(kind, dueOn, land) : (result?.safeDay ?? dueOn),
      ruleVersion: result?.source.version ?? '',
      norm: result?.norm ?? '',
      certainty: result?.certainty ?? null,
      computedOn: result?.deadline ?? null,
      computation: computed,
      noticeText: taken?.noticeText.trim() ?? '',
      reason: taken?.reason.trim() ?? '',
      fourEyes: fourEyesRuleOf(outline) !== undefined,
    },
  }
}

function errorsOf({ taken }: Dating, result: DeadlineResult | null): Record<string, string> {
  if (taken === null) {
    if (result === null) return { dueOn: 'Bitte ein Datum angeben oder eine Frist rechnen.' }
    if (result.kind === 'retroactive') return { dueOn: 'Das ist der Tag, ab dem Leistungen nachgezahlt werden, keine Frist. Bitte ein eigenes Datum angeben.' }
    return result.deadline === null ? { dueOn: 'Das Gesetz nennt hier keine Frist. Bitte das Datum aus dem Bescheid angeben.' } : {}
  }
  if (result !== null && taken.noticeText.trim() === '') return { noticeText: 'Bitte angeben, was im Bescheid steht.' }
  const differs = result !== null && result.deadline?.slice(0, 10) !== taken.dueOn
  return differs && taken.reason.trim() === '' ? { reason: 'Bitte den Grund angeben, warum das gerechnete Datum nicht gilt.' } : {}
}

/** Days of the period, the shorter one where notice and computation differ: it decides whether two people look at it. */
function lengthOf(kind: DeadlineKind, dueOn: string, isTaken: boolean, result: DeadlineResult | null, today: string): number | null {
  if (lengthless.includes(kind)) return null
  const start = result?.notifiedOn.slice(0, 10) ?? today
  const lengths = [
    ...(result?.nominalEnd ? [Math.abs(daysBetween(start, result.nominalEnd.slice(0, 10)))] : []),
    ...(isTaken ? [Math.max(0, daysBetween(start, dueOn))] : []),
  ]
  return lengths.length === 0 ? null : Math.min(...lengths)
}

function safeDayOfTaken(kind: DeadlineKind, dueOn: string, land: Land): string {
  const closed = (day: string) => officeClosed(day, land)
  return kind === 'earliest' ? firstOpenDay(dueOn, 1, closed) : firstOpenDay(addDays(dueOn, -1), -1, closed)
}

/** „2026-12-26T16:30“ is a day and a time. */
function splitMoment(moment: string): [string, string] {
  return [moment.slice(0, 10), moment.slice(11)]
}

function computationOf(input: NonNullable<Dating['calculation']>, result: DeadlineResult): Computation {
  const { title, notifiedOn, nominalEnd, deadline, safeDay, steps, warnings, disclaimer, source } = result
  return { input, title, notifiedOn, nominalEnd, deadline, safeDay, steps: [...steps], warnings: [...warnings], disclaimer, asOf: source.asOf }
}
