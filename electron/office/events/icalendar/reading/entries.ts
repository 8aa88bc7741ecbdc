import ICAL from 'ical.js'
import type { Wall, Zone } from '../../../../../shared/icalendar/zones.ts'
import { instantOf, momentsOf, type Moment, type Properties, type Property } from './moments.ts'

/** An entry of a calendar as it stands in the file. Who is invited and who invites isn't read at all. */
export interface RawEntry {
  calendar: string
  uid: string
  /** Which time of an entry that repeats this one stands for. */
  recurrence: Moment | null
  /** It stands for all that follow, too. */
  andFuture: boolean
  sequence: number
  modified: string
  start: Moment
  /** Milliseconds; null where no end is named. */
  length: number | null
  wholeDays: boolean
  title: string
  location: string
  description: string
  link: string
  categories: string[]
  status: 'confirmed' | 'tentative' | 'cancelled'
  isPrivate: boolean
  rules: string[]
  more: Moment[]
  except: Moment[]
}

/** An entry that can't be used, and why. */
export interface Fault {
  calendar: string
  title: string
  startsOn: string | null
  reason: string
}

const dayMilliseconds = 86_400_000

/** Reads one entry. */
export function readEntry(properties: Properties, calendar: { name: string; zones: ReadonlyMap<string, Zone>; cancels: boolean }): RawEntry | Fault {
  const first = (name: string): Property | undefined => properties.get(name)?.[0]
  const text = (name: string): string => first(name)?.values.filter((value) => typeof value === 'string').join(', ').trim() ?? ''
  const moments = (name: string): Moment[] => (properties.get(name) ?? []).flatMap((property) => momentsOf(property, calendar.zones))
  const title = text('summary')
  const fault = (reason: string): Fault => ({ calendar: calendar.name, title, startsOn: null, reason })
  if (!first('dtstart')) return fault('Ohne Beginn.')
  const [start] = moments('dtstart')
  if (!start) return fault('Der Beginn ist kein Tag und keine Uhrzeit, die es gibt.')
  const length = lengthOf(start, moments('dtend')[0], first('duration'))
  if (length !== null && length < 0) return fault('Das Ende liegt vor dem Beginn.')
  return {
    calendar: calendar.name, start, length, title, ...wholeDaysOf(start, length, text('x-microsoft-cdo-alldayevent')),
    uid: text('uid') || `ohne-Kennung:${title}:${new Date(start.wall).toISOString()}`,
    recurrence: moments('recurrence-id')[0] ?? null, andFuture: first('recurrence-id')?.params.range?.toUpperCase() === 'THISANDFUTURE',
    sequence: Number(first('sequence')?.raw) || 0, modified: text('last-modified') || text('dtstamp'),
    location: text('location'), description: text('description'), link: text('url'),
    categories: (properties.get('categories') ?? []).flatMap(({ values }) => values.map(String)).map((value) => value.trim()).filter((value) => value !== ''),
    status: calendar.cancels || text('status').toUpperCase() === 'CANCELLED' ? 'cancelled' : text('status').toUpperCase() === 'TENTATIVE' ? 'tentative' : 'confirmed',
    isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(text('class').toUpperCase()),
    rules: (properties.get('rrule') ?? []).map(({ raw }) => raw.trim()), more: moments('rdate'), except: moments('exdate'),
  }
}

/** The day of a wall clock time. */
export function dayOfWall(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 10)
}

function lengthOf(start: Moment, end: Moment | undefined, duration: Property | undefined): number | null {
  if (end) return start.isDay ? Math.max(dayMilliseconds, end.wall - start.wall) : instantOf(end) - instantOf(start)
  if (!duration) return start.isDay ? dayMilliseconds : null
  try {
    const seconds = ICAL.Duration.fromString(duration.raw.trim()).toSeconds()
    return start.isDay ? Math.max(dayMilliseconds, seconds * 1000) : seconds * 1000
  } catch {
    return start.isDay ? dayMilliseconds : null
  }
}

/** Outlook writes whole days as midnight to midnight and says so beside it. */
function wholeDaysOf(start: Moment, length: number | null, flag: string): { wholeDays: boolean } {
  if (start.isDay) return { wholeDays: true }
  const midnight = start.wall % dayMilliseconds === 0
  // Over a change of clocks a day has an hour more or less.
  const days = length === null ? 0 : Math.round(length / dayMilliseconds)
  return { wholeDays: flag.toUpperCase() === 'TRUE' && midnight && days >= 1 }
}
