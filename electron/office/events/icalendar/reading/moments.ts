import ICAL from 'ical.js'
import { berlinTime, ianaName, ianaZone, utc, type Wall, type Zone } from '../../../../../shared/icalendar/zones.ts'

/** A day or a time of day as a calendar says it. */
export interface Moment {
  wall: Wall
  zone: Zone
  isDay: boolean
  /** IANA name of a zone that isn't ours, or a name that nobody knows. */
  zoneName: string
  zoneKnown: boolean
}

/** A property of an entry: parameters in small letters, values as jCal has them. */
export interface Property {
  params: Readonly<Record<string, string>>
  values: readonly unknown[]
  /** The value as it stands in the file. */
  raw: string
}

export type Properties = ReadonlyMap<string, readonly Property[]>

const daysAndTimes = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(?:(\d{2}):?(\d{2}):?(\d{2})?|:*)(Z)?)?$/u

/** Properties of unfolded lines by their names in small letters; a line that can't be read is left out. */
export function propertiesOf(lines: readonly string[]): Map<string, Property[]> {
  const found = new Map<string, Property[]>()
  for (const line of lines) {
    try {
      const [name, params, , ...values] = ICAL.parse.property(line) as [string, Record<string, string>, string, ...unknown[]]
      found.set(name, [...(found.get(name) ?? []), { params, values, raw: line.slice(line.indexOf(':') + 1) }])
    } catch {
      // What isn't a property says nothing.
    }
  }
  return found
}

/** The times of a property; what is none is left out. */
export function momentsOf(property: Property | undefined, zones: ReadonlyMap<string, Zone>): Moment[] {
  return (property?.values ?? []).flatMap((value) => {
    // A date of a period is its begin.
    const text = Array.isArray(value) ? String(value[0]) : String(value)
    return momentOf(text, property?.params ?? {}, zones) ?? []
  })
}

function momentOf(text: string, params: Readonly<Record<string, string>>, zones: ReadonlyMap<string, Zone>): Moment | null {
  const parts = daysAndTimes.exec(text)
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => (part === undefined ? 0 : Number(part))) as [number, number, number, number, number, number]
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const made = new Date(wall)
  // The 31st of June would become the 1st of July without a word.
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day || hour > 23 || minute > 59) return null
  if (parts[4] === undefined) return { wall, zone: berlinTime, isDay: true, zoneName: '', zoneKnown: true }
  return { wall, isDay: false, ...(parts[7] === 'Z' ? { zone: utc, zoneName: '', zoneKnown: true } : zoneOf(params.tzid, zones)) }
}

/** A time without a zone is one of wherever the calendar is read. */
function zoneOf(tzid: string | undefined, zones: ReadonlyMap<string, Zone>): Pick<Moment, 'zone' | 'zoneName' | 'zoneKnown'> {
  if (tzid === undefined) return { zone: berlinTime, zoneName: '', zoneKnown: true }
  const name = ianaName(tzid)
  if (name !== null) return { zone: knownZone(name), zoneName: name === 'Europe/Berlin' ? '' : name, zoneKnown: true }
  const zone = zones.get(tzid)
  return { zone: zone ?? berlinTime, zoneName: tzid, zoneKnown: zone !== undefined }
}

const known = new Map<string, Zone>()

/** A zone remembers what it was asked, so each is made once. */
function knownZone(name: string): Zone {
  const zone = known.get(name) ?? ianaZone(name)
  known.set(name, zone)
  return zone
}

/** Zones that the file defines itself, by their names. They count only where nobody knows the name. */
export function definedZones(parts: readonly (readonly string[])[]): Map<string, Zone> {
  return new Map(parts.flatMap((lines) => {
    try {
      const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse([...lines].join('\r\n')) as unknown[]))
      return [[zone.tzid, zoneByRules(zone)] as const]
    } catch {
      return []
    }
  }))
}

function zoneByRules(zone: ICAL.Timezone): Zone {
  const offset = (wall: Wall): number => zone.utcOffset(timeOf(wall, false)) * 1000
  return {
    toInstant: (wall) => wall - offset(wall),
    toWall: (instant) => instant + offset(instant + offset(instant)),
  }
}

/** A wall clock time for ical.js, without a zone. */
export function timeOf(wall: Wall, isDay: boolean): ICAL.Time {
  const at = new Date(wall)
  return new ICAL.Time({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), isDate: isDay }, ICAL.Timezone.localTimezone)
}

/** A time of ical.js as it hangs on the wall. */
export function wallOf(time: ICAL.Time): Wall {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
}

/** The instant of a moment; a day counts from its midnight here. */
export function instantOf({ wall, zone }: Pick<Moment, 'wall' | 'zone'>): number {
  return zone.toInstant(wall)
}
