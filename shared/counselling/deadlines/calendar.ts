import { addDays, daysBetween } from '../../holidays/days.ts'
import { contentLines, escapedText } from '../../icalendar/content-lines.ts'
import { preWarningsOf } from './practice.ts'
import type { StoredDeadline } from './stored.ts'

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
  return contentLines([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Integrationsbuero//Fristen//DE', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    ...deadlines.flatMap((deadline) => eventOf(deadline, caseNumbers, stamp)),
    'END:VCALENDAR',
  ])
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
    `SUMMARY:${escapedText(name)}`, `DESCRIPTION:${escapedText('Einzelheiten stehen im Integrationsbüro.')}`,
    'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'CATEGORIES:Frist',
    ...preWarningsOf(deadline).flatMap((day) => alarmOf(name, daysBetween(day, dueOn), dueTime)),
    'END:VEVENT',
  ]
}

function alarmOf(name: string, daysBefore: number, dueTime: string): string[] {
  // Counted from the start of the event: from midnight, or from the time of day at which a period in hours ends.
  const minutes = daysBefore * 1440 - REMINDER_HOUR * 60 + minutesOf(dueTime)
  const sign = minutes > 0 ? '-' : ''
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapedText(name)}`, `TRIGGER:${sign}PT${Math.abs(minutes)}M`, 'END:VALARM']
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return time === '' ? 0 : hour * 60 + minute
}
