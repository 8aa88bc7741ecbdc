import ICAL from 'ical.js'
import type { Wall } from '../../../../../shared/icalendar/zones.ts'
import { daysInMonth } from '../../../../../shared/holidays/days.ts'
import { timeOf, wallOf, type Moment } from './moments.ts'
import { UnreadableCalendar } from './unreadable-calendar.ts'

/** Times that one entry may have within the chosen days. */
const mostTimes = 500
/** Steps from the first time of a rule to the end of the chosen days: a day-by-day rule of a century. */
const mostSteps = 40_000
const dayMilliseconds = 86_400_000
const followed = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

/**
 * Wall clock times, in the zone of its start, at which an entry with a rule begins, from one time to another.
 * @throws UnreadableCalendar for a rule that can't be followed or brings more than anybody means
 */
export function timesOfRule(rule: string, start: Moment, from: Wall, to: Wall): Wall[] {
  const recur = readRule(rule)
  const until = untilOf(recur, start)
  recur.until = null
  const found: Wall[] = []
  const times = recur.iterator(timeOf(start.wall, start.isDay))
  let steps = 0
  for (let time = times.next() as ICAL.Time | null; time; time = times.next() as ICAL.Time | null) {
    const wall = wallOf(time)
    if (wall > until) break
    steps += 1
    if (wall > to) break
    if (wall >= from) found.push(wall)
    if (found.length > mostTimes) throw new UnreadableCalendar(`Wiederholt sich im gewählten Zeitraum mehr als ${mostTimes}-mal.`)
    if (steps > mostSteps) throw new UnreadableCalendar('Die Wiederholung beginnt zu weit vor dem gewählten Zeitraum.')
  }
  if (steps === 0) throw new UnreadableCalendar('Die Wiederholung hat keinen einzigen Termin.')
  return found
}

function readRule(rule: string): ICAL.Recur {
  let recur: ICAL.Recur
  try {
    recur = ICAL.Recur.fromString(rule)
  } catch {
    throw new UnreadableCalendar('Die Wiederholung ist nicht lesbar.')
  }
  if (!(recur.freq as string | null)) throw new UnreadableCalendar('Die Wiederholung ist nicht lesbar.')
  if (!followed.includes(recur.freq)) throw new UnreadableCalendar('Wiederholt sich öfter als täglich; so etwas ist keine Veranstaltung.')
  if ((['BYHOUR', 'BYMINUTE', 'BYSECOND'] as const).some((part) => (recur.parts[part]?.length ?? 0) > 1)) throw new UnreadableCalendar('Wiederholt sich mehrmals am Tag; bitte als einzelne Termine anlegen.')
  if (recur.interval > 1_000 || recur.interval < 1 || !everComes(recur)) throw new UnreadableCalendar('Die Wiederholung nennt einen Tag, den es nie gibt.')
  return recur
}

/** Whether any month of the rule has any of its days: the search for the 30th of February has no end. */
function everComes({ parts }: ICAL.Recur): boolean {
  const months = (parts.BYMONTH ?? Array.from({ length: 12 }, (_, at) => at + 1)).map(Number)
  const days = parts.BYMONTHDAY?.map(Number)
  const yearDays = parts.BYYEARDAY?.map(Number)
  const weeks = parts.BYWEEKNO?.map(Number)
  const within = (values: readonly number[] | undefined, most: number): boolean => values === undefined || values.every((value) => value !== 0 && Math.abs(value) <= most)
  if (!within(months, 12) || !within(yearDays, 366) || !within(weeks, 53) || !within(days, 31)) return false
  return days === undefined || months.some((month) => days.some((day) => Math.abs(day) <= daysInMonth(2028, month)))
}

/** The last time of a rule on the wall of its start; a day counts to its end. */
function untilOf({ until }: ICAL.Recur, { zone, isDay }: Moment): Wall {
  if (!until) return Number.POSITIVE_INFINITY
  const wall = wallOf(until)
  if (until.isDate || isDay) return Math.floor(wall / dayMilliseconds) * dayMilliseconds + dayMilliseconds - 1
  return until.zone === ICAL.Timezone.utcTimezone ? zone.toWall(wall) : wall
}
