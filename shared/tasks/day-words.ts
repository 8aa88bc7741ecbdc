import { parseDueDay } from '../due-day-input.ts'
import { addDays, germanDay } from '../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../holidays/holidays.ts'
import type { Land } from '../vault/laender.ts'
import { workingDay, type LeadTime, type LeadUnit } from './lead-time.ts'

/** What was typed as the day of a task: a day, or a distance to an event that is named by words of its title. */
export type DayWords = { kind: 'day'; day: string } | { kind: 'event'; lead: LeadTime; words: string }

const NUMBERS: Readonly<Record<string, number>> = { ein: 1, eine: 1, einen: 1, einem: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, acht: 8, zehn: 10 }
const DISTANCE = /^(?:(\d{1,3}|[a-zäöü]+)\s?(t|tage?n?|w|wochen?|m|monate?n?)\s+)?(vor|nach|bei|zur|zum)\s+(?:(?:der|dem|den|unserem|unserer)\s+)?(\S.*)$/iu

/**
 * Reads the day of a task as people type it: all that {@link parseDueDay} reads, and `vor der Beiratssitzung` (the day before),
 * `2w vor dem Sommerfest`, `drei Tage nach dem Fest`, `zur Beiratssitzung` (the day itself). Null when it is none.
 */
export function readDayWords(text: string, now: Date): DayWords | null {
  const day = parseDueDay(text, now)
  if (day !== null) return { kind: 'day', day }
  const found = DISTANCE.exec(text.trim())
  if (!found) return null
  const [, number, unit, word, words = ''] = found
  const count = number === undefined ? 1 : NUMBERS[number.toLowerCase()] ?? Number(number)
  if (!Number.isInteger(count)) return null
  const side = word?.toLowerCase() === 'vor' ? -1 : word?.toLowerCase() === 'nach' ? 1 : 0
  // „zwei Wochen zum Fest“ says nothing.
  if (side === 0 && number !== undefined) return null
  const letter = (unit ?? 't').charAt(0).toUpperCase() as LeadUnit
  return { kind: 'event', lead: { count: side * count, unit: letter }, words }
}

/** Events whose title has every word of `words` in it, the next one first; those without a day tell none. */
export function eventsNamed<Event extends { title: string; startsOn: string | null }>(events: readonly Event[], words: string): (Event & { startsOn: string })[] {
  const wanted = words.toLowerCase().split(/\s+/u)
  return events
    .filter((event): event is Event & { startsOn: string } => event.startsOn !== null && wanted.every((word) => event.title.toLowerCase().includes(word)))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

/** On which day a task is done, and why it isn't the one that was wanted. */
export interface SettledDay {
  /** The day to keep as wanted. */
  wantedOn: string
  dueOn: string
  /** Why the office is closed on the day that was typed; null where it stays. */
  reason: string | null
}

/**
 * The day of a task that is wanted on `day`: the last working day up to then. Where that has gone already (it is Sunday today), the
 * next working day. Days are ISO days.
 */
export function settledDay(day: string, land: Land, today: string): SettledDay {
  const reason = officeClosed(day, land)
  const before = workingDay(day, land)
  if (before >= today || day < today) return { wantedOn: day, dueOn: before, reason }
  const next = firstOpenDay(addDays(day, 1), 1, (each) => officeClosed(each, land))
  return { wantedOn: next, dueOn: next, reason }
}

/** "Fr 04.12.2026, denn Sa 05.12.2026 ist frei (Samstag)" */
export function settledText(day: string, { dueOn, reason }: SettledDay): string {
  return reason === null || dueOn === day ? germanDay(dueOn) : `${germanDay(dueOn)}, weil am ${germanDay(day)} niemand arbeitet (${reason})`
}
