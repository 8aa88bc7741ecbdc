import { addDays, addMonths, daysInMonth, formatDay, parseDay, weekday } from '../../holidays/days.ts'
import type { Rule, RuleVersion, Unit } from './data.ts'

/** End of a period whose event day does not count (§ 187 Abs. 1, § 188 Abs. 1 to 3 BGB); negative amounts count back. */
export const periodEnd = (start: string, amount: number, unit: Unit): string => {
  switch (unit) {
    case 'd':
      return addDays(start, amount)
    case 'w':
      return addDays(start, 7 * amount)
    case 'm':
      return addMonths(start, amount)
    case 'y':
      return addMonths(start, 12 * amount)
    case 'h':
      throw new RangeError('Hours need a time of day')
  }
}

/**
 * Last day before a birthday: the day of birth counts (§ 187 Abs. 2 S. 2 BGB), so a year of life ends with the day before the
 * corresponding day. Someone born on 29 February completes a year with the end of 28 February.
 */
export const lastDayBeforeAge = (birth: string, years: number): string => {
  const { year, month, day } = parseDay(birth)
  const last = daysInMonth(year + years, month)
  return day > last ? formatDay({ year: year + years, month, day: last }) : addDays(formatDay({ year: year + years, month, day }), -1)
}

/** Local date and time `hours` clock hours later. Nothing shifts; the change of the clocks is left to a warning. */
export const addClockHours = (date: string, time: string, hours: number): string => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const total = hour + hours
  const clock = `${String(total % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return `${addDays(date, Math.floor(total / 24))}T${clock}`
}

/** True when summer time ends between the two days (last Sunday of October, Directive 2000/84/EC). */
export const summerTimeEnds = (from: string, to: string): boolean => {
  const october = formatDay({ year: parseDay(from).year, month: 10, day: 31 })
  const change = addDays(october, -(weekday(october) % 7))
  return from <= change && change <= to
}

const UNIT_NAMES: Record<Unit, readonly [string, string]> = {
  h: ['Stunde', 'Stunden'],
  d: ['Tag', 'Tage'],
  w: ['Woche', 'Wochen'],
  m: ['Monat', 'Monate'],
  y: ['Jahr', 'Jahre'],
}

/** „2 Wochen“. */
export const lengthName = (amount: number, unit: Unit): string => `${amount} ${UNIT_NAMES[unit][amount === 1 ? 0 : 1]}`

/** End of the period before any shift, by the kind of the rule; `null` where the law sets none. Hours are computed apart. */
export const nominalEndOf = (rule: Rule, version: RuleVersion, start: string, days: number): string | null => {
  const { amount, unit } = version
  const { year } = parseDay(start)
  switch (rule.kind) {
    case 'end':
    case 'earliest':
      return periodEnd(start, amount, unit)
    case 'backward':
      return periodEnd(start, -amount, unit)
    case 'summons':
      return addDays(start, -(days + 1))
    case 'age':
      return lastDayBeforeAge(start, amount)
    case 'year-end':
      return formatDay({ year: year + amount, month: 12, day: 31 })
    case 'validity':
      return version.until !== undefined && version.until > start ? version.until : start
    case 'retroactive':
      return formatDay({ year: year - amount, month: 1, day: 1 })
    case 'hours':
    case 'none':
      return null
  }
}
