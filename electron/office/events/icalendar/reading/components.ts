import iconv from 'iconv-lite'
import { UnreadableCalendar } from './unreadable-calendar.ts'

/** One calendar of a file: its own lines, its time zones and entries as unfolded content lines. */
export interface CalendarComponent {
  properties: string[]
  zones: string[][]
  entries: string[][]
  /** Tasks, journals and times of being busy, which are no events. */
  others: number
}

/** Entries of one file at most. */
const mostEntries = 20_000
const begins = /^BEGIN:\s*([\w-]+)\s*$/iu
const ends = /^END:\s*([\w-]+)\s*$/iu
/** Names of RFC 5545 and its extensions that a line may begin with; "Kontakt: Frau Muster" is text that lost its line before. */
const names = new Set([
  'BEGIN', 'END', 'VERSION', 'PRODID', 'CALSCALE', 'METHOD', 'NAME', 'COLOR', 'REFRESH-INTERVAL', 'SOURCE', 'IMAGE', 'CONFERENCE', 'ATTACH', 'CATEGORIES', 'CLASS', 'COMMENT', 'DESCRIPTION', 'GEO', 'LOCATION',
  'PERCENT-COMPLETE', 'PRIORITY', 'RESOURCES', 'STATUS', 'SUMMARY', 'COMPLETED', 'DTEND', 'DUE', 'DTSTART', 'DURATION', 'FREEBUSY', 'TRANSP', 'TZID', 'TZNAME', 'TZOFFSETFROM', 'TZOFFSETTO', 'TZURL', 'ATTENDEE',
  'CONTACT', 'ORGANIZER', 'RECURRENCE-ID', 'RELATED-TO', 'URL', 'UID', 'EXDATE', 'EXRULE', 'RDATE', 'RRULE', 'ACTION', 'REPEAT', 'TRIGGER', 'CREATED', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'REQUEST-STATUS',
])

/** The calendars of a file. @throws UnreadableCalendar where there is none, or more in it than an office can have */
export function readComponents(bytes: Uint8Array): CalendarComponent[] {
  const calendars: CalendarComponent[] = []
  const open: string[] = []
  let part: string[] | null = null
  let entries = 0
  for (const line of unfolded(decoded(bytes))) {
    const begun = begins.exec(line)?.[1]?.toUpperCase()
    const ended = ends.exec(line)?.[1]?.toUpperCase()
    if (begun === 'VCALENDAR') {
      calendars.push({ properties: [], zones: [], entries: [], others: 0 })
      open.length = 0
      part = null
    }
    const calendar = calendars.at(-1)
    if (!calendar) continue
    if (begun !== undefined && begun !== 'VCALENDAR') {
      // An entry that was never closed ends where the next one begins.
      if (begun === 'VEVENT' || begun === 'VTIMEZONE') open.length = 0
      if (open.length === 0) part = partFor(begun, calendar)
      open.push(begun)
      if (begun === 'VEVENT') entries += 1
      if (entries > mostEntries) throw new UnreadableCalendar(`Die Datei hat mehr als ${mostEntries.toLocaleString('de-DE')} Einträge. Bitte exportieren Sie einen kürzeren Zeitraum.`)
    }
    if (open.length === 0 && begun === undefined && ended === undefined) calendar.properties.push(line)
    // Of an entry its own lines count; its alarms don't. A time zone is kept whole.
    else if (part && (open[0] === 'VTIMEZONE' || (open.length === 1 && begun === undefined && ended === undefined))) part.push(line)
    if (ended !== undefined && open.includes(ended)) open.length = open.lastIndexOf(ended)
  }
  if (calendars.length === 0) throw new UnreadableCalendar('Das ist keine Kalenderdatei (.ics): Sie beginnt nicht mit „BEGIN:VCALENDAR“. Gewählt werden kann, was Outlook, Google, Nextcloud oder Thunderbird als Kalender exportieren.')
  return calendars
}

function partFor(name: string, calendar: CalendarComponent): string[] | null {
  const part: string[] = []
  if (name === 'VTIMEZONE') calendar.zones.push(part)
  else if (name === 'VEVENT') calendar.entries.push(part)
  else {
    calendar.others += 1
    return null
  }
  return part
}

/** Content lines without folding. A line that is none belongs to the one before: somebody broke a text without marking it. */
function unfolded(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const last = lines.length - 1
    // Nothing belongs to a line that opens or closes something.
    const mayGoOn = last >= 0 && !begins.test(lines[last] ?? '') && !ends.test(lines[last] ?? '')
    if (/^[ \t]/u.test(line)) {
      if (mayGoOn) lines[last] += line.slice(1)
    } else if (isContentLine(line)) lines.push(line)
    else if (line.trim() !== '' && mayGoOn) lines[last] += `\\n${line.trim()}`
  }
  return lines
}

function isContentLine(line: string): boolean {
  const name = /^([A-Za-z0-9-]+)[;:]/u.exec(line)?.[1]?.toUpperCase()
  return name !== undefined && (names.has(name) || name.startsWith('X-'))
}

/** Calendars are UTF-8 by the standard; old programs write Windows-1252 all the same. */
function decoded(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableCalendar('Die Datei ist leer.')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(Buffer.from(bytes), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(Buffer.from(bytes), 'utf-16be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'windows-1252')
  }
}
