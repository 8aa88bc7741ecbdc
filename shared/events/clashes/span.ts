import { addDays, daysBetween } from '../../holidays/days.ts'
import type { EventInput } from '../model.ts'

export type Times = Pick<EventInput, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>

/** Minutes that an event is taken to last whose end nobody has said yet. */
const usualMinutes = 120
const dayMinutes = 1440
/** What ends by then belongs to the evening before. */
const earlyMorning = '06:00'

/** How two events lie in time. `unknown`: on the same day, but one of them has no time of day yet. */
export type Meeting = 'overlap' | 'unknown' | 'apart'

/** Whether two events take place at the same time. One without a day meets none. */
export function meeting(one: Times, two: Times): Meeting {
  if (one.startsOn === null || two.startsOn === null) return 'apart'
  const untimed = [one, two].find((each) => each.startsAt === null && isOneDay(each))
  if (untimed) return covers(untimed === one ? two : one, untimed.startsOn ?? '') ? 'unknown' : 'apart'
  const [from, to] = minutes(one, one.startsOn)
  const [otherFrom, otherTo] = minutes(two, one.startsOn)
  return from < otherTo && otherFrom < to ? 'overlap' : 'apart'
}

/** Whether an event is on at some time between two times of day (minutes from midnight) of its first day; true where nobody has said when. */
export function isOnBetween(times: Times, from: number, to: number): boolean {
  if (times.startsOn === null) return false
  if (times.startsAt === null || !isOneDay(times)) return true
  const [begins, ends] = minutes(times, times.startsOn)
  return begins < to && from < ends
}

/** The last day of an event with a day. */
export function lastDay({ startsOn, endsOn }: Times): string {
  return endsOn ?? startsOn ?? ''
}

/** Whether an event is over on the day it begins, or in the night after it. */
export function isOneDay({ startsOn, endsOn, endsAt }: Times): boolean {
  if (endsOn === null || endsOn === startsOn) return true
  return startsOn !== null && endsOn === addDays(startsOn, 1) && endsAt !== null && endsAt <= earlyMorning
}

function covers(times: Times, day: string): boolean {
  const { startsOn } = times
  return startsOn !== null && startsOn <= day && day <= (isOneDay(times) ? startsOn : lastDay(times))
}

/** Begin and end in minutes from the midnight at which the day `zero` begins. */
function minutes(times: Times, zero: string): [number, number] {
  const { startsOn, startsAt, endsAt } = times
  const from = daysBetween(zero, startsOn ?? zero) * dayMinutes + minutesOf(startsAt ?? '00:00')
  const last = daysBetween(zero, lastDay(times)) * dayMinutes
  if (endsAt !== null) return [from, last + minutesOf(endsAt)]
  // What lasts for days without an hour is taken to be on until the last evening.
  return [from, isOneDay(times) ? from + usualMinutes : last + dayMinutes]
}

/** Minutes from midnight of `18:30`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
