import type { ScheduleEventData } from '@mantine/schedule'
import type { CalendarLine } from '../../shared/calendar/model.ts'
import { addDays } from '../../shared/holidays/days.ts'

/** A line as the views draw it; they ask for a colour, which our own looks replace. */
export type LineEvent = ScheduleEventData<{ line: CalendarLine }>

/** Shortest block in a day: a line of text must fit. */
const leastMinutes = 30

/** Lines for the views. Something without times lasts to the next midnight, something without an end an hour. */
export function scheduleEvents(lines: readonly CalendarLine[]): ScheduleEventData[] {
  return lines.map((line) => ({ id: line.key, title: line.title, color: 'petrol', start: `${line.from} ${line.fromAt ?? '00:00'}:00`, end: endOf(line), payload: { line } }))
}

/** The line that a view has drawn. */
export function lineOf(event: ScheduleEventData): CalendarLine {
  return (event as LineEvent).payload?.line as CalendarLine
}

/** Minutes from one time of day to another. */
export function minutesBetween(from: string, to: string): number {
  return minutes(to) - minutes(from)
}

/** A time of day some minutes later, at most a minute before midnight. */
export function laterBy(time: string, count: number): string {
  const total = Math.min(minutes(time) + count, 24 * 60 - 1)
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

function endOf({ from, fromAt, to, toAt }: CalendarLine): string {
  if (fromAt === null) return `${addDays(to, 1)} 00:00:00`
  if (toAt === null) return `${to} ${to === from ? laterBy(fromAt, 60) : '23:59'}:00`
  return `${to} ${to === from && minutesBetween(fromAt, toAt) < leastMinutes ? laterBy(fromAt, leastMinutes) : toAt}:00`
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return 60 * hour + minute
}
