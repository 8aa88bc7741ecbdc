import { z } from 'zod'
import { cleanLine, cleanText } from '../correspondence/clean-text.ts'
import { daysBetween } from '../holidays/days.ts'
import { recordRefSchema } from '../records/model.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const id = z.string().min(1).max(64)
const day = z.iso.date()
/** Local wall clock time, `18:30`. */
const clock = z.iso.time({ precision: -1 })

/** What an office enters itself: meetings, office hours, absences, own action days and the school holidays. */
export const entryKinds = ['meeting', 'hours', 'absence', 'action', 'school'] as const
export type EntryKind = (typeof entryKinds)[number]
export const entryKindLabels: Readonly<Record<EntryKind, string>> = {
  meeting: 'Termin', hours: 'Sprechzeit', absence: 'Abwesenheit', action: 'Aktionstag', school: 'Schulferien',
}

/** What a person says of an entry. Times are wall clock times; without one it lasts whole days. */
export const entryInputSchema = z.object({
  kind: z.enum(entryKinds),
  title: line().refine((value) => value !== '', 'Bitte sagen, worum es geht.'),
  startsOn: day,
  startsAt: clock.nullable(),
  /** Null for the day on which it starts. */
  endsOn: day.nullable(),
  endsAt: clock.nullable(),
  place: line(),
  note: z.string().max(10_000).transform(cleanText),
  /** An iCalendar RRULE value without UNTIL, e.g. `FREQ=WEEKLY;BYDAY=MO,TH`; empty for once. */
  repeat: z.string().max(200),
  /** The last day on which a repeated one may begin; null for ever. */
  repeatUntil: day.nullable(),
  /** Somebody of the office: whose hours, who is away. Null for all. */
  personId: id.nullable(),
  personName: line(),
})
export type EntryInput = z.infer<typeof entryInputSchema>

/** An entry as it is kept. */
export const entrySchema = entryInputSchema.extend({
  id,
  version: z.number().int(),
  /** Days on which a repeated one does not take place, because it was cancelled or laid elsewhere. */
  skipped: z.array(day),
  trashed: z.boolean(),
})
export type CalendarEntry = z.infer<typeof entrySchema>

/** Field messages of what can't be. Empty where all is well. */
export function entryFaults({ startsOn, startsAt, endsOn, endsAt, repeat, repeatUntil }: EntryInput): Readonly<Record<string, string>> {
  if (endsOn !== null && endsOn < startsOn) return { endsOn: 'Das Ende liegt vor dem Beginn.' }
  if (endsAt !== null && startsAt === null) return { startsAt: 'Zur Uhrzeit des Endes gehört eine des Beginns.' }
  if (endsAt !== null && startsAt !== null && (endsOn ?? startsOn) === startsOn && endsAt <= startsAt) return { endsAt: 'Das Ende liegt vor dem Beginn.' }
  if (repeat !== '' && repeatUntil !== null && repeatUntil < startsOn) return { repeatUntil: 'Das Ende der Wiederholung liegt vor dem ersten Tag.' }
  if (repeat !== '' && endsOn !== null && daysBetween(startsOn, endsOn) > 30) return { endsOn: 'Ein wiederholter Eintrag dauert höchstens einen Monat.' }
  return {}
}

/** What stands in the calendar side by side; each can be hidden. Deadlines of counselling come from their own side. */
export const layers = ['event', 'meeting', 'hours', 'absence', 'task', 'statement', 'feast', 'action', 'holiday', 'school', 'counselling'] as const
export type Layer = (typeof layers)[number]
export const layerLabels: Readonly<Record<Layer, string>> = {
  event: 'Veranstaltungen', meeting: 'Termine', hours: 'Sprechzeiten', absence: 'Abwesenheiten', task: 'Aufgaben', statement: 'Stellungnahmen', feast: 'Feste', action: 'Aktionstage',
  holiday: 'Feiertage', school: 'Schulferien', counselling: 'Beratungsfristen',
}

/** What one line of a layer is called. */
export const layerSingular: Readonly<Record<Layer, string>> = {
  event: 'Veranstaltung', meeting: 'Termin', hours: 'Sprechzeit', absence: 'Abwesenheit', task: 'Aufgabe', statement: 'Stellungnahme fällig', feast: 'Fest', action: 'Aktionstag', holiday: 'Feiertag',
  school: 'Schulferien', counselling: 'Beratungsfrist',
}

/** One line of the calendar: something on a day or over several, with or without times. */
export const calendarLineSchema = z.object({
  /** Unique among all lines of a span. */
  key: z.string(),
  layer: z.enum(layers),
  /** What it leads to; null for feasts and holidays. */
  record: recordRefSchema.nullable(),
  title: z.string(),
  /** Place, person or community. */
  detail: z.string(),
  from: z.string(),
  fromAt: z.string().nullable(),
  to: z.string(),
  toAt: z.string().nullable(),
  /** Why it is not as it says: „abgesagt“, „entfällt: Reformationstag“, „vorläufig“. Empty where it is. */
  mark: z.string(),
  /** It does not take place. */
  off: z.boolean(),
  /** One of several of the same entry; `from` says which, as long as it was not moved. */
  repeated: z.boolean(),
  /** It can be laid on another day here. */
  movable: z.boolean(),
  /** The id of a feast, action day or holiday; null for all others. */
  specialDayId: z.string().nullable(),
})
export type CalendarLine = z.infer<typeof calendarLineSchema>

/** First and last day for which somebody of the office is away. */
export const absenceSchema = z.object({ personId: id, from: day, to: day })
export type Absence = z.infer<typeof absenceSchema>

/** A calendar file of school holidays has some kilobytes. */
export const maxSchoolBytes = 1_000_000

/** Longest span that can be asked for at once: a year with the weeks around it. */
export const longestSpan = 400

/** What an office says of a feast or action day of one year. */
export const overruleInputSchema = z.object({
  specialDayId: z.string().min(1).max(80),
  hidden: z.boolean(),
  /** Null where the day stays. */
  from: day.nullable(),
  to: day.nullable(),
  note: line(500),
})
export type OverruleInput = z.infer<typeof overruleInputSchema>

export const overruledSchema = overruleInputSchema.extend({ id, version: z.number().int() })
export type Overruled = z.infer<typeof overruledSchema>
