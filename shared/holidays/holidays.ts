import file from '../../resources/holidays/germany.json' with { type: 'json' }
import type { Land } from '../vault/laender.ts'
import { addDays, formatDay, parseDay, weekday } from './days.ts'

interface DayRule {
  readonly month?: number
  readonly day?: number
  /** Days after Easter Sunday. */
  readonly easter?: number
  readonly wednesdayBefore?: { readonly month: number; readonly day: number }
}

interface HolidayRule {
  readonly id: string
  readonly name: string
  readonly day: DayRule
  readonly states: string | readonly string[]
  readonly fromYear?: number
  readonly toYear?: number
  /** Counts in some municipalities only; the text says which. */
  readonly local?: string
}

const rules = file.holidays as readonly HolidayRule[]

/** Easter Sunday of a Gregorian year (algorithm of Meeus, Jones and Butcher). */
export const easterSunday = (year: number): string => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return formatDay({ year, month, day })
}

const dayOf = (rule: DayRule, year: number): string => {
  if (rule.easter !== undefined) return addDays(easterSunday(year), rule.easter)
  if (rule.wednesdayBefore !== undefined) {
    const before = addDays(formatDay({ year, ...rule.wednesdayBefore }), -1)
    return addDays(before, -((weekday(before) - 3 + 7) % 7))
  }
  return formatDay({ year, month: rule.month ?? 1, day: rule.day ?? 1 })
}

const applies = (rule: HolidayRule, land: Land, year: number, local: readonly string[]): boolean =>
  (rule.states === 'all' || rule.states.includes(land)) &&
  (rule.fromYear ?? year) <= year &&
  year <= (rule.toYear ?? year) &&
  (rule.local === undefined || local.includes(rule.id))

const NO_LOCAL: readonly string[] = []
const cache = new Map<string, ReadonlyMap<string, string>>()

/**
 * Public holidays of a Land in a year: ISO day to name. Municipal holidays count only when their id is given in `local`
 * (`peace-festival`, `assumption-by`, `corpus-christi-sn`, `corpus-christi-th`).
 */
export const holidaysOf = (land: Land, year: number, local: readonly string[] = NO_LOCAL): ReadonlyMap<string, string> => {
  const key = `${land} ${year} ${local.join(' ')}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const days = new Map(
    rules.filter((rule) => applies(rule, land, year, local)).map((rule) => [dayOf(rule.day, year), rule.name] as const),
  )
  cache.set(key, days)
  return days
}

/** Why a day is no working day („Samstag“, „Sonntag“ or the name of the holiday); `null` on a working day. */
export const dayOff = (iso: string, land: Land, local: readonly string[] = NO_LOCAL): string | null => {
  const holiday = holidaysOf(land, parseDay(iso).year, local).get(iso)
  if (holiday !== undefined) return holiday
  const number = weekday(iso)
  return number === 6 ? 'Samstag' : number === 7 ? 'Sonntag' : null
}

/** Why offices are closed on a day: no working day, or 24 or 31 December (working days before the law, but nobody is there). */
export const officeClosed = (iso: string, land: Land, local: readonly string[] = NO_LOCAL): string | null => {
  const { month, day } = parseDay(iso)
  const closed = file.closedOffices.find((each) => each.month === month && each.day === day)
  return dayOff(iso, land, local) ?? closed?.name ?? null
}

/** First day from `iso` on, walking in `step` direction, on which `closed` gives no reason. */
export const firstOpenDay = (iso: string, step: 1 | -1, closed: (day: string) => string | null): string => {
  let day = iso
  while (closed(day) !== null) day = addDays(day, step)
  return day
}
