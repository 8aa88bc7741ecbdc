import { addDays } from '../holidays/days.ts'

/** How long backups are kept. */
export interface KeepRule {
  /** The newest of each of so many calendar days, today included. */
  days: number
  /** The newest of each of so many weeks (Monday to Sunday), this one included. */
  weeks: number
  /** The newest of each of so many months, this one included. */
  months: number
  /** So many of the newest are kept whatever their age, so that an office that was closed for long never loses its last ones. */
  newest: number
}

/** What the rule needs to know of a backup. */
export interface DatedSet {
  id: string
  /** Local calendar day on which it was made, `2026-11-22`. */
  day: string
  /** Sorts the backups of one day; an ISO time. */
  at: string
  /** Opened and checked with its keys, and not only compared byte by byte. */
  opened: boolean
}

/**
 * Which backups stay on a day, grandfather-father-son: those of the last days, one a week, one a month. The newest ones stay in any case, and
 * so does the newest that was opened. What is thrown away today would never have been kept on a later day.
 * @returns ids
 */
export function setsToKeep(sets: readonly DatedSet[], rule: KeepRule, today: string): Set<string> {
  const newestFirst = [...sets].sort((a, b) => b.at.localeCompare(a.at))
  const kept = new Set(newestFirst.slice(0, rule.newest).map(({ id }) => id))
  const opened = newestFirst.find((set) => set.opened)
  if (opened) kept.add(opened.id)
  for (const [periodOf, first] of periods(rule, today)) {
    const taken = new Set<string>()
    for (const { id, day } of newestFirst) {
      const period = periodOf(day)
      if (day < first || taken.has(period)) continue
      taken.add(period)
      kept.add(id)
    }
  }
  return kept
}

/**
 * The day from which on no backup that exists today is kept any more, provided that the office goes on being backed up: until then what is
 * destroyed today stands in one of them. Null without backups.
 */
export function lastCopyGoes(sets: readonly DatedSet[], rule: KeepRule): string | null {
  const newest = sets.map(({ day }) => day).sort().at(-1)
  if (newest === undefined) return null
  // Any of them may turn out to be the newest of its day, its week and its month: the longest of the three counts.
  return [addDays(newest, rule.days), addDays(mondayOf(newest), 7 * rule.weeks), addMonths(newest, rule.months)].sort().at(-1) ?? null
}

function periods(rule: KeepRule, today: string): [periodOf: (day: string) => string, first: string][] {
  return [
    [(day) => day, addDays(today, 1 - rule.days)],
    [mondayOf, addDays(mondayOf(today), 7 - 7 * rule.weeks)],
    [(day) => day.slice(0, 7), addMonths(today, 1 - rule.months)],
  ]
}

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

/** First day of the month that lies so many months from a day's own. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
