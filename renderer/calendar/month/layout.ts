import type { CalendarLine } from '../../../shared/calendar/model.ts'
import { addDays, daysBetween } from '../../../shared/holidays/days.ts'
import type { Period } from '../periods.ts'

/** A line on successive days of one week. */
export interface Segment {
  line: CalendarLine
  /** Monday is 0. */
  column: number
  /** Days that it is drawn over. */
  span: number
  /** From the top, from 0. */
  row: number
  /** It began before, or goes on after what is drawn. */
  hanging: 'none' | 'start' | 'end' | 'both'
}

/** A week of the month as it is drawn. */
export interface MonthWeek {
  monday: string
  segments: readonly Segment[]
  /** How many lines of each day find no place. */
  hidden: readonly number[]
}

/**
 * Lays lines out by week, each as high up as it finds a place: first what lasts several days (so that it goes through in one height), then as they come. Where a day has
 * more than fit, its last row is left to „weitere“.
 * @param rows lines that a day has room for, at least one
 */
export function monthWeeks(lines: readonly CalendarLine[], { from, to }: Period, rows: number): MonthWeek[] {
  const weeks: MonthWeek[] = []
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) weeks.push(layWeek(lines, monday, rows))
  return weeks
}

/** The last day of a line; what ends at midnight does not reach into the day that begins then. */
export function lastDayOf({ from, to, toAt }: CalendarLine): string {
  return toAt === '00:00' && to > from ? addDays(to, -1) : to
}

function layWeek(lines: readonly CalendarLine[], monday: string, rows: number): MonthWeek {
  const sunday = addDays(monday, 6)
  const placed = lines
    .filter((line) => line.from <= sunday && lastDayOf(line) >= monday)
    .map((line) => ({ line, first: Math.max(0, daysBetween(monday, line.from)), last: Math.min(6, daysBetween(monday, lastDayOf(line))), row: 0 }))
    .toSorted((a, b) => Number(a.first === a.last) - Number(b.first === b.last) || a.first - b.first || b.last - a.last)
  const taken: Set<number>[] = Array.from({ length: 7 }, () => new Set())
  for (const each of placed) {
    const days = taken.slice(each.first, each.last + 1)
    while (days.some((used) => used.has(each.row))) each.row++
    for (const used of days) used.add(each.row)
  }
  const room = taken.map((used) => (Math.max(-1, ...used) < rows ? rows : rows - 1))
  return {
    monday,
    segments: placed.flatMap(({ line, first, last, row }) => runs(first, last, (day) => row < (room[day] ?? 0)).map(([column, end]): Segment => ({
      line, column, span: end - column + 1, row, hanging: hangingOf(line.from < addDays(monday, column), lastDayOf(line) > addDays(monday, end)),
    }))),
    hidden: taken.map((used, day) => [...used].filter((row) => row >= (room[day] ?? 0)).length),
  }
}

/** Stretches of successive days between two days that fulfil a condition. */
function runs(first: number, last: number, holds: (day: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let day = first; day <= last; day++) {
    const before = found.at(-1)
    if (!holds(day)) continue
    if (before?.[1] === day - 1) before[1] = day
    else found.push([day, day])
  }
  return found
}

function hangingOf(before: boolean, after: boolean): Segment['hanging'] {
  if (before) return after ? 'both' : 'start'
  return after ? 'end' : 'none'
}
