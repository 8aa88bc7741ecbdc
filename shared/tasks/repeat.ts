import ICAL from 'ical.js'
import { addDays, daysBetween } from '../holidays/days.ts'

/** The parts of a rule that somebody can choose here, and what each may say. */
const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/u,
  INTERVAL: /^[1-9]\d{0,2}$/u,
  COUNT: /^[1-9]\d{0,3}$/u,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/u,
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/u,
  BYDAY: /^(?:-?[1-4])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:-?[1-4])?(?:MO|TU|WE|TH|FR|SA|SU))*$/u,
  BYMONTH: /^(?:[1-9]|1[0-2])$/u,
  // Every month has these; the others come in some months only, of which a rule may meet none for ever.
  BYMONTHDAY: /^(?:-?(?:1?[1-9]|10|2[0-8])|28(?:,29|,30|,31)+)$/u,
  BYSETPOS: /^-1$/u,
}

/**
 * Whether a text is a rule that can be followed; the empty one is: once. Rules that may never fall on a day (the 30th of
 * February, the sixth Monday) are none: whoever follows them never comes back.
 */
export function isRepeatRule(text: string): boolean {
  if (text === '') return true
  const said = text.split(';').map((part) => part.split('='))
  if (!said.every(([name = '', value = '', ...more]) => more.length === 0 && parts[name]?.test(value) === true)) return false
  try {
    return nextDay(text, '2026-01-01') !== undefined
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
