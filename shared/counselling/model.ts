import * as z from 'zod'
import type { CatalogueName } from './catalogues.ts'
import { findEntry } from './catalogues.ts'
import type { CaseKind } from './case-number.ts'
import { CASE_KINDS } from './case-number.ts'

/** Consultations are counted in steps of five minutes. */
export const DURATION_STEP = 5
/** Longest consultation in minutes: a whole day of accompaniment. */
export const DURATION_MAX = 600

/** A list shows at most so many hits of a search, the newest of them. */
export const maxSearchHits = 2000

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** A code of a catalogue. Values out of use stay valid here: an old record must be editable. */
export const code = (name: CatalogueName, missing: string) =>
  z.string({ error: missing }).refine((value) => findEntry(name, value) !== undefined, { error: missing })

export const realDay = z
  .string({ error: 'Bitte ein Datum angeben.' })
  .refine((value) => ISO_DAY.test(value) && isRealDay(value), { error: 'Bitte ein gültiges Datum angeben.' })

/** What is asked for the statistics alone, all of it optional; empty is „nicht erfragt". */
const statisticalShape = {
  origin: code('origins', 'Bitte die Herkunft aus der Liste wählen.').nullable().optional(),
  place: z.string().trim().max(80, 'Höchstens 80 Zeichen.').nullable().optional(),
  ageBand: code('ageBands', 'Bitte die Altersgruppe wählen.').nullable().optional(),
  gender: code('genders', 'Bitte das Geschlecht aus der Liste wählen.').nullable().optional(),
}

/** What a person enters about a case. There is no field for a real name: identity is kept apart. */
export const caseFields = z.object({
  alias: z
    .string({ error: 'Bitte einen Alias angeben.' })
    .trim()
    .min(1, 'Bitte einen Alias angeben.')
    .max(60, 'Der Alias darf höchstens 60 Zeichen lang sein.'),
  kind: z.enum(Object.keys(CASE_KINDS) as [CaseKind, ...CaseKind[]], { error: 'Bitte die Art des Falls wählen.' }),
  language: code('languages', 'Bitte eine Sprache wählen.').nullable(),
  note: z.string().max(20_000, 'Der Text ist zu lang (höchstens 20.000 Zeichen).'),
  ...statisticalShape,
})

export type CaseFields = z.infer<typeof caseFields>

/** The fields of one consultation, each on its own. */
export const consultationShape = z.object({
  date: realDay,
  time: z.string().regex(TIME, 'Bitte die Uhrzeit als 14:03 angeben.').nullable(),
  channel: code('channels', 'Bitte einen Kanal wählen.'),
  durationMinutes: z
    .number({ error: 'Bitte die Dauer in Minuten angeben.' })
    .int('Bitte die Dauer in ganzen Minuten angeben.')
    .min(DURATION_STEP, 'Die Dauer beträgt mindestens 5 Minuten.')
    .max(DURATION_MAX, 'Die Dauer beträgt höchstens 600 Minuten.')
    .multipleOf(DURATION_STEP, 'Die Dauer wird in Schritten von 5 Minuten angegeben.'),
  topic: code('topics', 'Bitte ein Thema wählen.'),
  furtherTopics: z
    .array(code('topics', 'Bitte ein Thema aus der Liste wählen.'))
    .max(10, 'Höchstens zehn weitere Themen.'),
  result: code('results', 'Bitte ein Ergebnis wählen.'),
  language: code('languages', 'Bitte eine Sprache wählen.').nullable(),
  interpretation: code('interpretation', 'Bitte die Sprachmittlung wählen.').nullable(),
  accessPath: code('accessPaths', 'Bitte den Zugang wählen.').nullable(),
  contactKind: code('contactKinds', 'Bitte die Kontaktart wählen.').nullable(),
  serviceType: code('serviceTypes', 'Bitte die Leistung wählen.').nullable().optional(),
  note: z.string().max(50_000, 'Die Notiz ist zu lang (höchstens 50.000 Zeichen).'),
  ...statisticalShape,
  residenceStatus: code('residenceStatus', 'Bitte einen Status wählen.').nullable().optional(),
})

/** What a person enters about one consultation. Least set: date, channel, duration, topic, result. */
export const consultationFields = consultationShape
  .refine((fields) => !fields.furtherTopics.includes(fields.topic), {
    path: ['furtherTopics'],
    error: 'Das Hauptthema steht schon unter „Thema“.',
})
  .refine((fields) => new Set(fields.furtherTopics).size === fields.furtherTopics.length, {
    path: ['furtherTopics'],
    error: 'Ein weiteres Thema ist doppelt angegeben.',
})

export type ConsultationFields = z.infer<typeof consultationFields>

/** Rounds a measured number of minutes up to the next step, at least one step: „12 Minuten“ counts as 15. */
export const roundDuration = (minutes: number): number =>
  Math.min(DURATION_MAX, Math.max(DURATION_STEP, Math.ceil(minutes / DURATION_STEP) * DURATION_STEP))

/** True when a consultation lies after today (both ISO days); such a date is a slip of the pen. */
export const liesInFuture = (date: string, today: string): boolean => date > today
