import { addDays, daysBetween, weekday } from '../holidays/days.ts'
import { officeClosed } from '../holidays/holidays.ts'
import { repeatedDays } from '../tasks/repeat.ts'
import { weekdayNames, weeklyOn } from '../tasks/repeat-choices.ts'
import type { Land } from '../vault/laender.ts'
import type { CalendarEntry, EntryInput } from './model.ts'

/** One time that an entry takes place. */
export interface Occurrence {
  /** First and last day. */
  from: string
  to: string
  /** Why it falls out; empty where it takes place. */
  off: string
}

type Dated = Pick<CalendarEntry, 'kind' | 'startsOn' | 'endsOn' | 'repeat' | 'repeatUntil' | 'skipped'>

/** The times of an entry that touch a span of days, both included. Nobody holds office hours on a holiday. */
export function occurrences(entry: Dated, from: string, to: string, land: Land): Occurrence[] {
  const { kind, startsOn, endsOn, repeat, repeatUntil, skipped } = entry
  const length = endsOn === null ? 0 : daysBetween(startsOn, endsOn)
  const last = repeat !== '' && repeatUntil !== null && repeatUntil < to ? repeatUntil : to
  return repeatedDays(repeat, startsOn, addDays(from, -length), last)
    .filter((day) => !skipped.includes(day))
    .map((day) => ({ from: day, to: addDays(day, length), off: kind === 'hours' ? closedReason(day, land) : '' }))
}

/** The last day that an entry may touch; '9999-12-31' where it has no end. */
export function lastDay({ startsOn, endsOn, repeat, repeatUntil }: Pick<EntryInput, 'startsOn' | 'endsOn' | 'repeat' | 'repeatUntil'>): string {
  if (repeat === '') return endsOn ?? startsOn
  return repeatUntil === null ? '9999-12-31' : addDays(repeatUntil, endsOn === null ? 0 : daysBetween(startsOn, endsOn))
}

/**
 * First day and rule of an entry all of whose times move with one of them, from one day to another; null where that day says nothing of
 * the others, as for the first Monday of each month.
 */
export function movedRule({ startsOn, repeat }: Pick<EntryInput, 'startsOn' | 'repeat'>, from: string, to: string): Pick<EntryInput, 'startsOn' | 'repeat'> | null {
  const distance = daysBetween(from, to)
  if (repeat === '' || distance === 0 || /^FREQ=(?:DAILY|WEEKLY)(?:;INTERVAL=\d+)?$/u.test(repeat)) return { startsOn: addDays(startsOn, distance), repeat }
  const codes = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/u.exec(repeat)?.[1]?.split(',')
  if (!codes || daysBetween(monday(from), monday(to)) !== 0) return null
  const [was, is] = [codeOf(from), codeOf(to)]
  // The first one must not come before its own beginning.
  return { startsOn: codeOf(startsOn) === was ? addDays(startsOn, distance) : startsOn, repeat: weeklyOn([...codes.filter((code) => code !== was), is]) }
}

function closedReason(day: string, land: Land): string {
  const reason = officeClosed(day, land)
  // Who holds office hours on Saturdays means it.
  return reason === null || reason === 'Samstag' || reason === 'Sonntag' ? '' : reason
}

function monday(day: string): string {
  return addDays(day, 1 - weekday(day))
}

function codeOf(day: string): string {
  return weekdayNames[weekday(day) - 1]?.[0] ?? ''
}
