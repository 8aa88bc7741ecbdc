import ICAL from 'ical.js'
import { addDays, daysBetween } from '../holidays/days.ts'

/** Whether a text is a rule that can be followed; the empty one is: once. */
export function isRepeatRule(text: string): boolean {
  if (text === '') return true
  try {
    // A rule without an end below a day would never come to the next day.
    return ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(ICAL.Recur.fromString(text).freq) && nextDay(text, '2026-01-01') !== undefined
  } catch {
    return false
  }
}

/**
 * The first day after `from` on which a rule falls that began on `from`; null where the rule has ended.
 * @param rule iCalendar RRULE value (RFC 5545, 3.3.10)
 * @param from ISO day
 */
export function nextDay(rule: string, from: string): string | null {
  const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(from))
  for (let day = days.next(); day; day = days.next()) {
    if (day.toString() > from) return day.toString()
  }
  return null
}

/**
 * The days of a span, both ends included, on which a rule falls that began on `start`.
 * @param rule iCalendar RRULE value; the empty one falls on `start` alone
 */
export function repeatedDays(rule: string, start: string, from: string, to: string): string[] {
  if (rule === '') return start >= from && start <= to ? [start] : []
  const recur = ICAL.Recur.fromString(rule)
  const days = recur.iterator(ICAL.Time.fromDateString(nearerStart(recur, start, from)))
  const found: string[] = []
  for (let day = days.next(); day && day.toString() <= to; day = days.next()) {
    if (day.toString() >= from) found.push(day.toString())
  }
  return found
}

/** A start of the same rhythm just before `from`: nobody counts ten years of Mondays to find the next one. */
function nearerStart({ freq, interval, count }: ICAL.Recur, start: string, from: string): string {
  const rhythm = freq === 'DAILY' ? interval : freq === 'WEEKLY' ? 7 * interval : 0
  const gone = daysBetween(start, from)
  return rhythm === 0 || count || gone <= rhythm ? start : addDays(start, (Math.floor(gone / rhythm) - 1) * rhythm)
}
