import { addDays } from '../../holidays/days.ts'
import { berlin, berlinZone } from '../../icalendar/berlin.ts'
import { contentLines, escapedText } from '../../icalendar/content-lines.ts'
import { berlinTime } from '../../icalendar/zones.ts'

/** An event as it leaves the office. Everything in it is meant for the public. */
export interface CalendarEvent {
  uid: string
  sequence: number
  /** ISO time in UTC. */
  modifiedAt: string
  title: string
  startsOn: string
  startsAt: string | null
  endsOn: string | null
  endsAt: string | null
  location: string
  description: string
  categories: readonly string[]
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Shown as busy to whoever may see the calendar, and no more. */
  isPrivate?: boolean
  /** It repeats by an RRULE value, until a day, but for some days. */
  repeat?: { rule: string; until: string; except: readonly string[] }
}

/**
 * Events as an iCalendar file (RFC 5545): times by the clock of Berlin with the rules of its time zone, whole days as days with the end
 * after the last. @param now time of writing
 */
export function calendarFile({ name, events, now }: { name: string; events: readonly CalendarEvent[]; now: Date }): string {
  return contentLines([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Integrationsbuero//Veranstaltungen//DE', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapedText(name)}`, `X-WR-TIMEZONE:${berlin}`,
    ...(events.some(hasClock) ? berlinZone : []),
    ...events.flatMap((event) => eventLines(event, stampOf(now.toISOString()))),
    'END:VCALENDAR',
  ])
}

/** Whether an event is shown with a time of day; what lasts for days without a time of its end is not. */
export function hasClock({ startsOn, startsAt, endsOn, endsAt }: Pick<CalendarEvent, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>): boolean {
  return startsAt !== null && (endsAt !== null || endsOn === null || endsOn === startsOn)
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  const { uid, sequence, modifiedAt, title, location, description, categories, status } = event
  const text = (property: string, value: string): string[] => (value === '' ? [] : [`${property}:${escapedText(value)}`])
  return [
    'BEGIN:VEVENT', `UID:${escapedText(uid)}`, `DTSTAMP:${stamp}`, `LAST-MODIFIED:${stampOf(modifiedAt)}`, `SEQUENCE:${sequence}`,
    ...whenLines(event), ...repeatLines(event),
    ...text('SUMMARY', title), ...text('LOCATION', location), ...text('DESCRIPTION', description),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escapedText).join(',')}`]),
    `STATUS:${status}`, `CLASS:${event.isPrivate ? 'PRIVATE' : 'PUBLIC'}`, `TRANSP:${hasClock(event) ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

function whenLines(event: CalendarEvent): string[] {
  const { startsOn, startsAt, endsOn, endsAt } = event
  const last = endsOn ?? startsOn
  if (startsAt === null || !hasClock(event)) return [`DTSTART;VALUE=DATE:${compact(startsOn)}`, `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`]
  // Without an end the calendar shows when it begins and nothing is made up.
  return [`DTSTART;TZID=${berlin}:${clock(startsOn, startsAt)}`, ...(endsAt === null ? [] : [`DTEND;TZID=${berlin}:${clock(last, endsAt)}`])]
}

/** A rule ends by the clock of Greenwich, days that fall out are named by ours (RFC 5545, 3.3.10 and 3.8.5.1). */
function repeatLines({ repeat, startsAt, ...event }: CalendarEvent): string[] {
  if (!repeat) return []
  const { rule, until, except } = repeat
  const timed = startsAt !== null && hasClock({ ...event, startsAt })
  const end = timed ? stampOf(new Date(berlinTime.toInstant(Date.parse(`${until}T23:59:59Z`))).toISOString()) : compact(until)
  const days = except.map((day) => (timed ? clock(day, startsAt) : compact(day)))
  // A rule that counts its times needs no end, and may not have both.
  return [/(?:^|;)COUNT=/u.test(rule) ? `RRULE:${rule}` : `RRULE:${rule};UNTIL=${end}`, ...(days.length === 0 ? [] : [`EXDATE;${timed ? `TZID=${berlin}` : 'VALUE=DATE'}:${days.join(',')}`])]
}

function clock(day: string, time: string): string {
  return `${compact(day)}T${time.replace(':', '')}00`
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

function stampOf(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
}
