import { addDays } from '../holidays/days.ts'
import type { CalendarDay, FeastCalendar } from './entries.ts'

/** A day of another calendar in ours: its ISO day, and the year of that calendar. */
export interface FoundDay {
  readonly day: string
  readonly year: string
}

const formats = new Map<FeastCalendar, Intl.DateTimeFormat>()
const years = new Map<string, ReadonlyMap<string, readonly FoundDay[]>>()

/** Where a day of another calendar falls in a Gregorian year: once, twice or never, as lunar years are shorter than ours. */
export function daysInYear({ calendar, months, day }: CalendarDay, year: number): readonly FoundDay[] {
  const found = daysOf(calendar, year)
  return months.flatMap((month) => found.get(`${month} ${day}`) ?? [])
}

/** Every day of a Gregorian year by its month and day in another calendar. ICU can't be asked the other way round. */
function daysOf(calendar: FeastCalendar, year: number): ReadonlyMap<string, readonly FoundDay[]> {
  const key = `${calendar} ${year}`
  const known = years.get(key)
  if (known) return known
  const format = formats.get(calendar) ?? new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' })
  formats.set(calendar, format)
  const days = new Map<string, FoundDay[]>()
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const parts = Object.fromEntries(format.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]))
    const name = `${parts.month} ${parts.day}`
    days.set(name, [...(days.get(name) ?? []), { day, year: parts.year ?? '' }])
  }
  years.set(key, days)
  return days
}
