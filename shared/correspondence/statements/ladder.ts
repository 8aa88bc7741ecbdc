import { addDays } from '../../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../holidays/holidays.ts'
import type { Land } from '../../vault/laender.ts'
import type { LadderRule } from './catalogue.ts'

/** A rung with its day. */
export interface Rung extends LadderRule {
  /** ISO day. */
  dueOn: string
  /** The day had gone already when the ladder was set up. */
  past: boolean
}

const closedIn = (land: Land) => (day: string) => officeClosed(day, land)

/**
 * The day so many working days before another. The external deadline may fall on a day on which nobody works: it is first moved
 * back to the last working day, because what must be there on a Sunday must leave on Friday. Saturdays, Sundays, the holidays of
 * the Land, 24 and 31 December are no working days.
 */
export function workingDaysBefore(day: string, count: number, land: Land): string {
  const closed = closedIn(land)
  let found = firstOpenDay(day, -1, closed)
  for (let left = count; left > 0; left--) found = firstOpenDay(addDays(found, -1), -1, closed)
  return found
}

/** Whole working days after `from` up to and with `to`; 0 where `to` lies before. Both ISO days. */
export function workingDaysBetween(from: string, to: string, land: Land): number {
  const closed = closedIn(land)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (closed(day) === null) count += 1
  return count
}

/** The internal dates, counted back from the external deadline; says of each whether its day has gone on `today`. */
export function ladder(dueOn: string, rules: readonly LadderRule[], land: Land, today: string): Rung[] {
  return rules.map((rule) => {
    const day = workingDaysBefore(dueOn, rule.workingDays, land)
    return { ...rule, dueOn: day, past: day < today }
  })
}

/**
 * The ladder for a request that came too late for the usual one: the working days that are left, shared out in the proportions of
 * the usual lead times. Where the usual ladder fits it comes back unchanged.
 */
export function shortenedLadder(dueOn: string, rules: readonly LadderRule[], land: Land, today: string): Rung[] {
  const usual = ladder(dueOn, rules, land, today)
  if (!usual.some(({ past }) => past)) return usual
  const most = Math.max(...rules.map(({ workingDays }) => workingDays))
  const left = workingDaysBetween(today, firstOpenDay(dueOn, -1, closedIn(land)), land)
  const shorter = rules.map((rule) => ({ ...rule, workingDays: Math.floor((rule.workingDays / most) * left) }))
  return ladder(dueOn, shorter, land, today)
}
