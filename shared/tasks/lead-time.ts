import { addDays, addMonths } from '../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../holidays/holidays.ts'
import type { Land } from '../vault/laender.ts'

/** Days, weeks, months. */
export const leadUnits = ['T', 'W', 'M'] as const
export type LeadUnit = (typeof leadUnits)[number]

/** A distance to a date: negative before it, positive after it. */
export interface LeadTime {
  count: number
  unit: LeadUnit
}

/** The day at a distance from another, as the calendar counts; it may be one on which nobody works. ISO days. */
export function atDistance(day: string, { count, unit }: LeadTime): string {
  if (unit === 'M') return addMonths(day, count)
  return addDays(day, unit === 'W' ? 7 * count : count)
}

/**
 * The working day on which something that is wanted on `day` is done: the last one before where the office is closed, because what
 * must be there on a Sunday must be done on Friday. Holidays of the Land, 24 and 31 December count as closed. On the day of the
 * event itself people work whatever day it is, so a distance of zero stays.
 */
export function workingDay(day: string, land: Land): string {
  return firstOpenDay(day, -1, (each) => officeClosed(each, land))
}

/** "8 Wochen vorher", "1 Tag danach", "am Tag selbst". */
export function leadText({ count, unit }: LeadTime): string {
  if (count === 0) return 'am Tag selbst'
  const many = Math.abs(count)
  const [one, more] = { T: ['Tag', 'Tage'], W: ['Woche', 'Wochen'], M: ['Monat', 'Monate'] }[unit] as [string, string]
  return `${many} ${many === 1 ? one : more} ${count < 0 ? 'vorher' : 'danach'}`
}
