import { isoDay } from './dates.ts'

const WEEKDAYS: readonly (readonly string[])[] = [
  ['so', 'sonntag'], ['mo', 'montag'], ['di', 'dienstag'], ['mi', 'mittwoch'], ['do', 'donnerstag'], ['fr', 'freitag'], ['sa', 'samstag'],
]

/**
 * A day in the past as people type it: `2.3.26`, `02.03.2026`, `2.3.` (this year, or last year where that day is still to come),
 * `020326`, `2026-03-02`, `heute`, `gestern`, `vorgestern`, `mo` (the last Monday, today included). ISO day, or null when it is none. A day that is
 * written with its year may lie in the future.
 */
export function parseDayInput(text: string, now: Date): string | null {
  const word = text.trim().toLowerCase()
  if (word === 'heute' || word === 'h') return isoDay(now)
  if (word === 'gestern' || word === 'g') return daysBefore(now, 1)
  if (word === 'vorgestern') return daysBefore(now, 2)
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word))
  if (weekday >= 0) return daysBefore(now, (now.getDay() - weekday + 7) % 7)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4}|\d{2})?$/.exec(word) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(word)
  if (!german) return null
  const [day, month] = [Number(german[1]), Number(german[2])]
  if (german[3] !== undefined) return existing(Number(german[3].length === 2 ? `20${german[3]}` : german[3]), month, day)
  const thisYear = existing(now.getFullYear(), month, day)
  return thisYear !== null && thisYear > isoDay(now) ? existing(now.getFullYear() - 1, month, day) : thisYear
}

function daysBefore(now: Date, days: number): string {
  return isoDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days))
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(year, month - 1, day)
  return date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day ? isoDay(date) : null
}
