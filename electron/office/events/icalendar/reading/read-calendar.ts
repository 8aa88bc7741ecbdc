import { addDays } from '../../../../../shared/holidays/days.ts'
import { berlinTime, type Wall } from '../../../../../shared/icalendar/zones.ts'
import { readComponents, type CalendarComponent } from './components.ts'
import { dayOfWall, readEntry, type Fault, type RawEntry } from './entries.ts'
import { definedZones, instantOf, propertiesOf, type Moment } from './moments.ts'
import { timesOfRule } from './recurrence.ts'
import { UnreadableCalendar } from './unreadable-calendar.ts'

/** One event of a calendar with the times that it has here. */
export interface ReadEntry {
  calendar: string
  uid: string
  /** Of an entry that repeats: the day on which this one was meant to be, with a number where a day has several. Empty otherwise. */
  recurrence: string
  sequence: number
  title: string
  startsOn: string
  startsAt: string | null
  endsOn: string | null
  endsAt: string | null
  location: string
  description: string
  link: string
  categories: string[]
  status: RawEntry['status']
  notes: string[]
}

/** What a file holds between two days. */
export interface ReadCalendars {
  calendars: { name: string; entries: number }[]
  entries: ReadEntry[]
  faults: Fault[]
  /** Entries that repeat, whether or not a time of theirs lies between the days: what they no longer have was taken out. */
  repeating: string[]
  /** All that was written out, also outside the days: name and recurrence, as {@link entryKey} puts them. */
  known: string[]
  outside: number
  /** What isn't taken over: how many entries name guests, how many components are no events. */
  withGuests: number
  others: number
}

const dayMilliseconds = 86_400_000
/** Events of one file within the chosen days; an import takes fewer, but all may be looked at. */
const mostShown = 3_000

/** Reads all calendars of a file and writes out what repeats. @throws UnreadableCalendar */
export function readCalendar(bytes: Uint8Array, { from, to }: { from: string; to: string }): ReadCalendars {
  const components = readComponents(bytes)
  const read: ReadCalendars = { calendars: [], entries: [], faults: [], repeating: [], known: [], outside: 0, withGuests: 0, others: 0 }
  const raw = components.flatMap((component, at) => rawEntries(component, at, read))
  const newest = withoutDoubles(raw, read.faults)
  const changed = new Map<string, RawEntry[]>()
  for (const entry of newest) if (entry.recurrence) changed.set(entry.uid, [...(changed.get(entry.uid) ?? []), entry])
  for (const entry of newest) {
    try {
      const written = entry.recurrence ? [{ entry, wall: entry.start.wall, meant: entry.recurrence }] : timesOf(entry, changed.get(entry.uid) ?? [], from, to)
      const repeats = entry.rules.length > 0 || entry.more.length > 0 || entry.recurrence !== null
      if (repeats) read.repeating.push(entry.uid)
      const shown = numbered(written.map(({ entry: one, wall, meant }) => entryAt(one, wall, repeats ? dayHere(meant) : '')))
      for (const one of shown) {
        read.known.push(entryKey(one))
        if ((one.endsOn ?? one.startsOn) < from || one.startsOn > to) read.outside += 1
        else read.entries.push(one)
      }
    } catch (error) {
      if (!(error instanceof UnreadableCalendar)) throw error
      read.faults.push({ calendar: entry.calendar, title: entry.title, startsOn: dayOfWall(entry.start.wall), reason: error.message })
    }
    if (read.entries.length > mostShown) throw new UnreadableCalendar(`Im gewählten Zeitraum liegen mehr als ${mostShown.toLocaleString('de-DE')} Termine. Bitte einen kürzeren Zeitraum wählen.`)
  }
  read.entries.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || (a.startsAt ?? '').localeCompare(b.startsAt ?? '') || a.title.localeCompare(b.title, 'de'))
  return read
}

/** What names an event of a calendar for good. */
export function entryKey({ uid, recurrence }: Pick<ReadEntry, 'uid' | 'recurrence'>): string {
  return `${uid}\n${recurrence}`
}

function rawEntries({ properties, zones, entries, others }: CalendarComponent, at: number, read: ReadCalendars): RawEntry[] {
  const own = propertiesOf(properties)
  const name = String(own.get('x-wr-calname')?.[0]?.values[0] ?? own.get('name')?.[0]?.values[0] ?? '').trim() || `Kalender ${at + 1}`
  const calendar = { name, zones: definedZones(zones), cancels: own.get('method')?.[0]?.raw.trim().toUpperCase() === 'CANCEL' }
  read.calendars.push({ name, entries: entries.length })
  read.others += others
  return entries.flatMap((lines) => {
    const found = propertiesOf(lines)
    if (found.has('attendee') || found.has('organizer')) read.withGuests += 1
    const entry = readEntry(found, calendar)
    if (!('reason' in entry) && !entry.isPrivate) return entry
    read.faults.push('reason' in entry ? entry : { calendar: name, title: 'Privater Termin', startsOn: dayOfWall(entry.start.wall), reason: 'Im Kalender als privat gekennzeichnet; er wird nicht gelesen.' })
    return []
  })
}

/** Of entries that stand twice in the file the newest counts. */
function withoutDoubles(entries: readonly RawEntry[], faults: Fault[]): RawEntry[] {
  const newest = new Map<string, RawEntry>()
  for (const entry of entries) {
    const key = `${entry.uid}\n${entry.recurrence ? instantOf(entry.recurrence) : ''}`
    const known = newest.get(key)
    const [older, newer] = known && (entry.sequence - known.sequence || entry.modified.localeCompare(known.modified)) < 0 ? [entry, known] : [known, entry]
    newest.set(key, newer)
    if (older) faults.push({ calendar: older.calendar, title: older.title, startsOn: dayOfWall(older.start.wall), reason: 'Steht zweimal in der Datei; die neuere Fassung gilt.' })
  }
  return [...newest.values()]
}

interface Time {
  entry: RawEntry
  /** When it begins, on the wall of its zone. */
  wall: Wall
  /** When it was meant to. */
  meant: Pick<Moment, 'wall' | 'zone' | 'isDay'>
}

/** Times of an entry from one day to another, but for those that have an entry of their own. */
function timesOf(entry: RawEntry, changes: readonly RawEntry[], from: string, to: string): Time[] {
  const { start, rules, more, except, length } = entry
  if (rules.length === 0 && more.length === 0) return [{ entry, wall: start.wall, meant: start }]
  // A zone lies at most a day away, and what began before may still be on.
  const first = Date.parse(`${addDays(from, -2)}T00:00:00Z`) - (length ?? 0)
  const last = Date.parse(`${addDays(to, 2)}T00:00:00Z`)
  const walls = new Set(rules.flatMap((rule) => timesOfRule(rule, start, first, last)))
  for (const { wall, zone, isDay } of more) walls.add(isDay || zone === start.zone ? wall : start.zone.toWall(zone.toInstant(wall)))
  if (rules.length === 0) walls.add(start.wall)
  const gone = new Set([...except, ...changes.flatMap(({ recurrence }) => recurrence ?? [])].map((moment) => keyOf(moment.isDay ? { ...moment, zone: start.zone } : moment, entry)))
  const following = changes.filter(({ andFuture }) => andFuture).toSorted((a, b) => (a.recurrence?.wall ?? 0) - (b.recurrence?.wall ?? 0))
  return [...walls].toSorted((a, b) => a - b).filter((wall) => wall >= first && wall <= last && !gone.has(keyOf({ wall, zone: start.zone }, entry)))
    .map((wall) => {
      const meant = { wall, zone: start.zone, isDay: start.isDay }
      const change = following.findLast(({ recurrence }) => recurrence !== null && recurrence.wall <= wall)
      return change?.recurrence ? { entry: change, wall: change.start.wall + (wall - change.recurrence.wall), meant } : { entry, wall, meant }
    })
}

/** The day on which a time was meant to be, here. */
function dayHere(meant: Time['meant']): string {
  return dayOfWall(meant.isDay ? meant.wall : berlinTime.toWall(instantOf(meant)))
}

/** What makes two times of an entry the same: their instant, or their day where the entry has only days. */
function keyOf(moment: { wall: Wall; zone: RawEntry['start']['zone'] }, { start }: RawEntry): string {
  return start.isDay ? dayOfWall(moment.wall) : String(instantOf(moment))
}

/** Several times of a day are told apart by a number. */
function numbered(entries: readonly ReadEntry[]): ReadEntry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const count = seen.get(entry.recurrence) ?? 0
    seen.set(entry.recurrence, count + 1)
    return count === 0 || entry.recurrence === '' ? entry : { ...entry, recurrence: `${entry.recurrence}#${count + 1}` }
  })
}

/** An entry with one of its times, by our clock. */
function entryAt(entry: RawEntry, wall: Wall, recurrence: string): ReadEntry {
  const { calendar, uid, sequence, location, description, link, categories, status, length, start, wholeDays } = entry
  const notes: string[] = []
  if (!start.zoneKnown) notes.push(`Die Zeitzone „${start.zoneName}“ ist unbekannt; die Uhrzeit gilt als hiesige.`)
  const times = wholeDays ? wholeDayTimes(wall, length) : clockTimes(entry, wall)
  if (!wholeDays && start.zoneKnown && start.zoneName !== '' && times.startsAt !== timeOfWall(wall)) notes.push(`Im Kalender ${timeOfWall(wall)} Uhr (${start.zoneName}), hier ${times.startsAt ?? ''} Uhr.`)
  return { calendar, uid, recurrence, sequence, title: entry.title, location, description, link, categories, status, notes, ...times }
}

function wholeDayTimes(wall: Wall, length: number | null): Pick<ReadEntry, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'> {
  const startsOn = dayOfWall(wall)
  const days = Math.max(1, Math.round((length ?? dayMilliseconds) / dayMilliseconds))
  return { startsOn, startsAt: null, endsOn: days === 1 ? null : addDays(startsOn, days - 1), endsAt: null }
}

function clockTimes({ start, length }: RawEntry, wall: Wall): Pick<ReadEntry, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'> {
  const instant = start.zone.toInstant(wall)
  const begins = berlinTime.toWall(instant)
  const [startsOn, startsAt] = [dayOfWall(begins), timeOfWall(begins)]
  if (length === null || length === 0) return { startsOn, startsAt, endsOn: null, endsAt: null }
  const ends = berlinTime.toWall(instant + length)
  const endsOn = dayOfWall(ends)
  // In the night in which the clock goes back an end may stand before its begin on the wall.
  if (ends <= begins) return { startsOn, startsAt, endsOn: null, endsAt: null }
  return { startsOn, startsAt, endsOn: endsOn === startsOn ? null : endsOn, endsAt: timeOfWall(ends) }
}

function timeOfWall(wall: Wall): string {
  return new Date(wall).toISOString().slice(11, 16)
}
