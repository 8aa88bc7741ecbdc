import { z } from 'zod'
import { cleanLine, cleanText } from '../correspondence/clean-text.ts'
import { eventStates, stepFreeAnswers } from './catalogue.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const text = (max = 5_000) => z.string().max(max).transform(cleanText)
const id = z.string().min(1).max(64)
const day = z.iso.date()
/** Local wall clock time, `18:30`. */
const clock = z.iso.time({ precision: -1 })
const count = z.number().int().min(0).max(1_000_000)

/** What a person says of an event. Times are wall clock times of the place; without one an event lasts whole days. */
export const eventInputSchema = z.object({
  title: line().refine((value) => value !== '', 'Bitte der Veranstaltung einen Titel geben.'),
  /** Code of the catalogue of kinds. */
  kind: line(40),
  state: z.enum(eventStates),
  seriesId: id.nullable(),
  startsOn: day.nullable(),
  startsAt: clock.nullable(),
  endsOn: day.nullable(),
  endsAt: clock.nullable(),
  /** A place that the office keeps; `placeText` where it keeps none. */
  venueId: id.nullable(),
  roomId: id.nullable(),
  placeText: line(),
  /** Where to when it rains. */
  fallbackPlace: line(),
  accessNote: text(1_000),
  targetGroup: line(),
  /** Languages that are spoken, as people write them: "Deutsch, Arabisch". */
  languages: line(),
  interpretation: line(),
  childcare: line(),
  topic: line(),
  cost: line(),
  registration: line(500),
  /** What stands in programme and press; may be shorter than the note. */
  programmeText: text(3_000),
  expected: count.nullable(),
  capacity: count.nullable(),
  visitors: count.nullable(),
  visitorsCounted: z.boolean(),
  responsibleId: id.nullable(),
  responsibleName: line(),
  note: text(20_000),
})
export type EventInput = z.infer<typeof eventInputSchema>

/** Somebody who takes part in making an event: a contact, or just a name. */
export const partnerSchema = z.object({ id, role: line(40), contactId: id.nullable(), name: line().refine((value) => value !== '', 'Bitte angeben, wer mitmacht.'), note: line(1_000) })
export type Partner = z.infer<typeof partnerSchema>

/** An event with everything of the core; its tasks, money and participants are asked for apart. */
export const eventSchema = eventInputSchema.extend({
  id,
  version: z.number().int(),
  /** The place in words: venue and room, or the text. */
  place: z.string(),
  seriesTitle: z.string(),
  partners: z.array(partnerSchema),
  trashed: z.boolean(),
})
export type OfficeEvent = z.infer<typeof eventSchema>

/** One line of the list. */
export const eventListItemSchema = eventSchema.pick({
  id: true, title: true, kind: true, state: true, startsOn: true, startsAt: true, endsOn: true, endsAt: true, place: true, seriesTitle: true, responsibleName: true,
}).extend({ openTasks: z.number().int(), overdueTasks: z.number().int() })
export type EventListItem = z.infer<typeof eventListItemSchema>

/** An event of which nothing is said yet. */
export const emptyEvent: EventInput = {
  title: '', kind: 'encounter', state: 'planned', seriesId: null, startsOn: null, startsAt: null, endsOn: null, endsAt: null, venueId: null, roomId: null, placeText: '',
  fallbackPlace: '', accessNote: '', targetGroup: '', languages: '', interpretation: '', childcare: '', topic: '', cost: '', registration: '', programmeText: '',
  expected: null, capacity: null, visitors: null, visitorsCounted: false, responsibleId: null, responsibleName: '', note: '',
}

/** Field messages of what can't be: an end before the beginning. Empty where all is well. */
export function eventFaults({ startsOn, startsAt, endsOn, endsAt }: Pick<EventInput, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>): Readonly<Record<string, string>> {
  if (startsOn === null) return startsAt !== null || endsOn !== null || endsAt !== null ? { startsOn: 'Bitte den Tag angeben, an dem die Veranstaltung beginnt.' } : {}
  if (endsOn !== null && endsOn < startsOn) return { endsOn: 'Das Ende liegt vor dem Beginn.' }
  if (endsAt !== null && startsAt === null) return { startsAt: 'Zur Uhrzeit des Endes gehört eine des Beginns.' }
  if (endsAt !== null && startsAt !== null && (endsOn ?? startsOn) === startsOn && endsAt <= startsAt) return { endsAt: 'Das Ende liegt vor dem Beginn.' }
  return {}
}

/** A place with its rooms. */
export const venueInputSchema = z.object({
  name: line().refine((value) => value !== '', 'Bitte dem Ort einen Namen geben.'),
  /** Whose place it is. */
  contactId: id.nullable(),
  street: line(),
  postalCode: line(20),
  city: line(),
  stepFree: z.enum(stepFreeAnswers),
  accessibleToilet: z.boolean(),
  hearingLoop: z.boolean(),
  accessNote: text(1_000),
  transport: line(500),
  note: text(),
  rooms: z.array(z.object({
    id, name: line().refine((value) => value !== '', 'Bitte dem Raum einen Namen geben.'), capacity: count.nullable(), seating: line(), stepFree: z.enum(stepFreeAnswers), equipment: line(500), note: line(1_000),
  })).max(60),
})
export type VenueInput = z.infer<typeof venueInputSchema>
export const venueSchema = venueInputSchema.extend({ id, version: z.number().int(), trashed: z.boolean() })
export type Venue = z.infer<typeof venueSchema>

/** A row of events under one title: an Interkulturelle Woche, a course, a season. */
export const seriesInputSchema = z.object({
  title: line().refine((value) => value !== '', 'Bitte der Reihe einen Titel geben.'),
  motto: line(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** Until when partners send their entries. */
  entriesUntil: day.nullable(),
  note: text(),
})
export type SeriesInput = z.infer<typeof seriesInputSchema>
export const seriesSchema = seriesInputSchema.extend({ id, version: z.number().int(), events: z.number().int(), trashed: z.boolean() })
export type Series = z.infer<typeof seriesSchema>

export const eventFilters = ['coming', 'past', 'all'] as const
export type EventFilter = (typeof eventFilters)[number]
