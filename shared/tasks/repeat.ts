import ICAL from 'ical.js'

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
