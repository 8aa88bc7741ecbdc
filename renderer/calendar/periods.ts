import { isoDay, isoWeek } from '../../shared/dates.ts'
import { addDays, addMonths, daysInMonth, formatDay, germanDay, parseDay, weekday } from '../../shared/holidays/days.ts'

export const calendarViews = ['day', 'week', 'month', 'year', 'agenda'] as const
export type CalendarView = (typeof calendarViews)[number]
export const viewLabels: Readonly<Record<CalendarView, string>> = { day: 'Tag', week: 'Woche', month: 'Monat', year: 'Jahr', agenda: 'Agenda' }

/** First and last day, both included. */
export interface Period {
  from: string
  to: string
}

const monthName = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const longDay = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "Mittwoch, 25. November 2026" from an ISO day. */
export function longGermanDay(day: string): string {
  return longDay.format(new Date(`${day}T00:00:00Z`))
}

/** What a view is about, around a day. */
export function periodOf(view: CalendarView, day: string): Period {
  if (view === 'day') return { from: day, to: day }
  if (view === 'week') return weekOf(day)
  const { year, month } = parseDay(day)
  if (view === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  return { from: formatDay({ year, month, day: 1 }), to: formatDay({ year, month, day: daysInMonth(year, month) }) }
}

/** What a view shows: a month has the rest of its first and last week, a year that of its first and last month. */
export function shownOf(view: CalendarView, day: string): Period {
  const { from, to } = periodOf(view, day)
  return view === 'month' || view === 'year' ? { from: weekOf(from).from, to: view === 'year' ? addDays(weekOf(to).to, 7) : weekOf(to).to } : { from, to }
}

/** The same day in the period before or after. */
export function stepped(view: CalendarView, day: string, step: 1 | -1): string {
  if (view === 'day') return addDays(day, step)
  if (view === 'week') return addDays(day, 7 * step)
  return addMonths(day, (view === 'year' ? 12 : 1) * step)
}

/** "KW 48 · 23.–29.11.2026" and the like, for the head of the screen. */
export function periodLabel(view: CalendarView, day: string): string {
  if (view === 'day') return longGermanDay(day)
  if (view === 'year') return String(parseDay(day).year)
  if (view !== 'week') return monthName.format(new Date(`${day}T00:00:00Z`))
  const { from, to } = weekOf(day)
  const [first, last] = [germanDay(from).slice(3), germanDay(to).slice(3)]
  return `KW ${isoWeek(new Date(`${day}T12:00`))} · ${first.slice(3) === last.slice(3) ? first.slice(0, 3) : first.slice(0, 6)}–${last}`
}

/** Today as ISO day. */
export function today(): string {
  return isoDay(new Date())
}

/** Monday to Sunday around a day. */
export function weekOf(day: string): Period {
  const from = addDays(day, 1 - weekday(day))
  return { from, to: addDays(from, 6) }
}

/** "Kalenderwoche 48" of the week that begins on a Monday. */
export function weekName(monday: string): string {
  return `Kalenderwoche ${isoWeek(new Date(`${monday}T12:00`))}`
}
