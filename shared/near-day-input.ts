import { parseDayInput } from './day-input.ts'
import { parseDueDay } from './due-day-input.ts'

/**
 * A day as people type it, in a field that asks neither for what was nor for what is to come: all that {@link parseDueDay} and
 * {@link parseDayInput} read, and `15.3.` as the 15 March that is nearest. ISO day, or null when it is none.
 */
export function parseNearDay(text: string, now: Date): string | null {
  const withoutYear = /^(\d{1,2}\.)\s?(\d{1,2})\.?$/u.exec(text.trim())
  if (!withoutYear) return parseDueDay(text, now) ?? parseDayInput(text, now)
  const days = [-1, 0, 1].flatMap((years) => parseDayInput(`${withoutYear[1]}${withoutYear[2]}.${now.getFullYear() + years}`, now) ?? [])
  const distance = (day: string): number => Math.abs(Date.parse(day) - now.getTime())
  return days.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/**
 * Whether a field that shows `shown` took what somebody typed into it: by any of the ways in which fields of days read.
 * @param shown the text of the field afterwards, with the day as 02.03.2026
 */
export function tookDay(typed: string, shown: string, now: Date): boolean {
  if (typed.trim() === '' || typed.trim() === shown.trim()) return true
  return [parseNearDay(typed, now), parseDueDay(typed, now), parseDayInput(typed, now)].some((day) => day !== null && shown.includes(day.split('-').toReversed().join('.')))
}
