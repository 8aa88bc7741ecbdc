import { isoDay } from './dates.ts'
import { addDays, addMonths, weekday } from './holidays/days.ts'
import { parseDayInput } from './day-input.ts'

const WEEKDAYS: readonly (readonly string[])[] = [
  ['mo', 'montag'], ['di', 'dienstag'], ['mi', 'mittwoch'], ['do', 'donnerstag'], ['fr', 'freitag'], ['sa', 'samstag'], ['so', 'sonntag'],
]

/**
 * A day to come as people type it: `27.11.`, (this year, or next year where that day is over), `27.11.2026`, `morgen`, `übermorgen`, `3t`, `2w`,
 * `1m`, `in 2 Wochen`, `fr` (the next Friday, never today). ISO day, or null when it is none.
 */
export function parseDueDay(text: string, now: Date): string | null {
  const word = text.trim().toLowerCase()
  const today = isoDay(now)
  if (word === 'heute') return today
  if (word === 'morgen') return addDays(today, 1)
  if (word === 'übermorgen') return addDays(today, 2)
  const span = /^(?:in )?(\d{1,3})\s?([twm])(?:age?n?|ochen?|onate?n?)?$/u.exec(word)
  if (span) {
    const count = Number(span[1])
    return span[2] === 'm' ? addMonths(today, count) : addDays(today, span[2] === 'w' ? 7 * count : count)
  }
  const named = WEEKDAYS.findIndex((names) => names.includes(word))
  if (named >= 0) return addDays(today, ((named + 1 - weekday(today) + 6) % 7) + 1)
  if (!/^\d/u.test(word)) return null
  const withoutYear = /^(\d{1,2}\.)\s?(\d{1,2})\.?$/u.exec(word)
  if (!withoutYear) return parseDayInput(word, now)
  const inYear = (year: number): string | null => parseDayInput(`${withoutYear[1]}${withoutYear[2]}.${year}`, now)
  const thisYear = inYear(now.getFullYear())
  return thisYear !== null && thisYear >= today ? thisYear : inYear(now.getFullYear() + 1)
}
