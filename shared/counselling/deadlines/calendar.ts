import { addDays, daysBetween } from '../../holidays/days.ts'
import { preWarningsOf } from './practice.ts'
import type { StoredDeadline } from './stored.ts'

const MAX_OCTETS = 75
/** Reminders come at this hour of their day: a calendar would else ring at midnight. */
const REMINDER_HOUR = 9

/**
 * Open deadlines as an iCalendar file (RFC 5545) for the person's own calendar, which lies outside the vault: each event is called
 * by its number, at most with the number of the case. No alias, no rule, no paragraph leaves with it.
 * @param caseNumbers whether the number of the case is added
 * @param now time of writing
 */
export function deadlineCalendar(deadlines: readonly StoredDeadline[], { caseNumbers, now }: { caseNumbers: boolean; now: Date }): string {
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Integrationsbuero//Fristen//DE', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    ...deadlines.flatMap((deadline) => eventOf(deadline, caseNumbers, stamp)),
    'END:VCALENDAR',
  ]
  return lines.flatMap(folded).map((line) => `${line}\r\n`).join('')
}

function eventOf(deadline: StoredDeadline, caseNumbers: boolean, stamp: string): string[] {
  const { id, number, caseNumber, dueOn, dueTime, kind, version } = deadline
  const name = `${kind === 'earliest' ? 'Frühestens' : 'Frist'} ${number}${caseNumbers && caseNumber !== null ? ` (${caseNumber})` : ''}`
  const compact = dueOn.replaceAll('-', '')
  const when = dueTime === ''
    ? [`DTSTART;VALUE=DATE:${compact}`, `DTEND;VALUE=DATE:${addDays(dueOn, 1).replaceAll('-', '')}`]
    // A floating time: the clock on the wall, as the period is counted.
    : [`DTSTART:${compact}T${dueTime.replace(':', '')}00`]
  return [
    'BEGIN:VEVENT', `UID:${id}@integrationsbuero`, `DTSTAMP:${stamp}`, `SEQUENCE:${version}`, ...when,
    `SUMMARY:${escaped(name)}`, `DESCRIPTION:${escaped('Einzelheiten stehen im Integrationsbüro.')}`,
    'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'CATEGORIES:Frist',
    ...preWarningsOf(deadline).flatMap((day) => alarmOf(name, daysBetween(day, dueOn), dueTime)),
    'END:VEVENT',
  ]
}

function alarmOf(name: string, daysBefore: number, dueTime: string): string[] {
  // Counted from the start of the event: from midnight, or from the time of day at which a period in hours ends.
  const minutes = daysBefore * 1440 - REMINDER_HOUR * 60 + minutesOf(dueTime)
  const sign = minutes > 0 ? '-' : ''
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(name)}`, `TRIGGER:${sign}PT${Math.abs(minutes)}M`, 'END:VALARM']
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return time === '' ? 0 : hour * 60 + minute
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/gu, '\\n')
}

/** RFC 5545, 3.1: no line is longer than 75 octets; what follows stands on lines that begin with a blank. */
function folded(line: string): string[] {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    octets += octetsOf(character)
    if (octets > MAX_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1 + octetsOf(character)
    }
    current += character
  }
  return [...lines, current]
}

/** Length of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
