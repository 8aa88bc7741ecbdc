import file from '../../resources/icalendar/windows-zones.json' with { type: 'json' }
import { berlin } from './berlin.ts'

/** A wall clock time as milliseconds, counted as if the wall hung in Greenwich. */
export type Wall = number

/** How wall clock times of a place become instants (milliseconds since 1970 UTC) and back. */
export interface Zone {
  toInstant(wall: Wall): number
  toWall(instant: number): Wall
}

const dayMilliseconds = 86_400_000
const quarterMilliseconds = 900_000
const mostKnown = 20_000
const names = new Map<string, string>([...Object.entries(file.zones), ...Object.entries(file.displayNames)].map(([name, zone]) => [name.toLowerCase(), zone]))
const formats = new Map<string, Intl.DateTimeFormat>()

export const utc: Zone = { toInstant: (wall) => wall, toWall: (instant) => instant }

/**
 * The IANA name of a zone by what calendars call it: an IANA name, also behind a prefix like `/mozilla.org/20050126_1/`, the name of
 * Windows ("W. Europe Standard Time") or of Outlook; null where it is none of them.
 */
export function ianaName(tzid: string): string | null {
  const plain = tzid.trim().replace(/^"|"$/gu, '')
  const known = names.get(plain.toLowerCase())
  if (known !== undefined) return known
  const parts = plain.split('/').filter((part) => part !== '')
  // Prefixes of old Mozilla and Evolution stand before the name of two or three parts.
  for (const count of [3, 2, 1]) {
    const name = parts.slice(-count).join('/')
    if (parts.length >= count && /^[A-Za-z]/u.test(name) && isIana(name)) return name
  }
  return null
}

/** A zone by its IANA name. @throws RangeError for an unknown name */
export function ianaZone(name: string): Zone {
  const known = new Map<number, number>()
  return zoneByOffset((instant) => {
    // Clocks change on the quarter of an hour, and a calendar asks for the same ones again and again.
    const quarter = Math.floor(instant / quarterMilliseconds)
    const offset = known.get(quarter) ?? offsetOf(name, quarter * quarterMilliseconds)
    if (known.size > mostKnown) known.clear()
    known.set(quarter, offset)
    return offset
  })
}

export const berlinTime: Zone = ianaZone(berlin)

/**
 * A zone by its offset (milliseconds east of Greenwich) at an instant. A time that the wall shows twice is the earlier one, one that it
 * skips counts by the clock before the change (RFC 5545, 3.3.5).
 */
export function zoneByOffset(offset: (instant: number) => number): Zone {
  return {
    toWall: (instant) => instant + offset(instant),
    toInstant(wall) {
      const [before, after] = [offset(wall - dayMilliseconds), offset(wall + dayMilliseconds)]
      const fitting = [wall - before, wall - after].filter((instant) => instant + offset(instant) === wall)
      return fitting.length > 0 ? Math.min(...fitting) : wall - before
    },
  }
}

function isIana(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

function formatOf(name: string): Intl.DateTimeFormat {
  const known = formats.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short' })
  formats.set(name, format)
  return format
}

function offsetOf(name: string, instant: number): number {
  const parts = Object.fromEntries(formatOf(name).formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second) - instant
}
