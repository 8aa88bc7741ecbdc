import { z } from 'zod'
import { cleanLine, cleanText } from '../../correspondence/clean-text.ts'
import { participantSources, participantStates, photoAnswers, questionKinds } from './catalogue.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const id = z.string().min(1).max(64)

/** The largest group that registers as one. */
export const mostPersons = 500

/** Something that is to be arranged for. Of a group only some may need it. */
export const needSchema = z.object({
  /** Code of the catalogue of needs. */
  code: line(40),
  count: z.number().int().min(1).max(mostPersons),
  /** The language of an interpretation, the ages of children, what an allergy is against. */
  detail: line(200),
})
export type Need = z.infer<typeof needSchema>

/** What is said of somebody who takes part, or of a group under one name. Only the name is asked for. */
export const participantInputSchema = z.object({
  name: line(200).refine((value) => value !== '', 'Bitte einen Namen angeben.'),
  organisation: line(200),
  contactId: id.nullable(),
  email: line(200),
  phone: line(80),
  persons: z.number('Bitte die Zahl der Personen angeben.').int().min(1, 'Mindestens eine Person.').max(mostPersons, `Höchstens ${mostPersons} Personen unter einem Namen.`),
  /** Codes of the catalogue of languages, or as written. */
  languages: z.array(line(60)).max(20),
  needs: z.array(needSchema).max(40),
  /** Code of an age group, or empty. */
  ageGroup: line(20),
  photo: z.enum(photoAnswers),
  /** ISO day on which the photo question was answered. */
  photoOn: z.iso.date().nullable(),
  source: z.enum(participantSources),
  note: z.string().max(2_000).transform(cleanText),
})
export type ParticipantInput = z.infer<typeof participantInputSchema>

/** Somebody on the list of an event. */
export const participantSchema = participantInputSchema.extend({
  id,
  /** In the order of registration, from 1. */
  number: z.number().int(),
  state: z.enum(participantStates),
  /** ISO time since when somebody waits; decides who moves up first. */
  waitingSince: z.string().nullable(),
  registeredAt: z.string(),
  /** ISO time of the check-in, and how many of the group came. */
  arrivedAt: z.string().nullable(),
  arrivedPersons: z.number().int(),
  /** Raised by every change, so that two windows don't overwrite each other. */
  revision: z.number().int(),
})
export type Participant = z.infer<typeof participantSchema>

/** Nothing is said yet but that somebody comes. */
export const emptyParticipant: ParticipantInput = {
  name: '', organisation: '', contactId: null, email: '', phone: '', persons: 1, languages: [], needs: [], ageGroup: '', photo: 'unasked', photoOn: null, source: 'office', note: '',
}

/** A question of an evaluation form. */
export const questionSchema = z.object({ id, kind: z.enum(questionKinds), text: line(300).refine((value) => value !== '', 'Bitte die Frage eintragen.') })
export type Question = z.infer<typeof questionSchema>

/** Answers by the id of their question: 1 to 5, true or false, or words. What was left blank is missing. */
export const answersSchema = z.record(id, z.union([z.number().int().min(1).max(5), z.boolean(), z.string().max(2_000).transform(cleanText)]))
export type Answers = z.infer<typeof answersSchema>

/** One sheet that somebody filled in. It says nothing of who. */
export const sheetSchema = z.object({ id, number: z.number().int(), answers: answersSchema })
export type EvaluationSheet = z.infer<typeof sheetSchema>

const countsSchema = z.array(z.object({ code: z.string(), count: z.number().int() }))

/** Counts of a list; they stay when the list is deleted. Persons, not registrations, unless said otherwise. */
export const figuresSchema = z.object({
  registrations: z.number().int(),
  /** Registered or confirmed, walk-ins included. */
  persons: z.number().int(),
  waiting: z.number().int(),
  cancelled: z.number().int(),
  present: z.number().int(),
  walkIns: z.number().int(),
  /** Null where nobody was checked in: then nothing is known of who stayed away. */
  noShows: z.number().int().nullable(),
  needs: countsSchema,
  languages: countsSchema,
  ageGroups: countsSchema,
  photo: countsSchema,
})
export type Figures = z.infer<typeof figuresSchema>

/** What the sheets say of one question. */
export const questionResultSchema = z.object({
  kind: z.enum(questionKinds),
  text: z.string(),
  answered: z.number().int(),
  /** Of a scale. */
  average: z.number().nullable(),
  /** How often 1 to 5, or yes and no, were ticked. */
  counts: z.array(z.number().int()),
  texts: z.array(z.string()),
})
export type QuestionResult = z.infer<typeof questionResultSchema>
export const evaluationResultSchema = z.object({ sheets: z.number().int(), questions: z.array(questionResultSchema) })
export type EvaluationResult = z.infer<typeof evaluationResultSchema>

/** What stays of a list that was deleted. */
export const attendanceSchema = z.object({ figures: figuresSchema, evaluation: evaluationResultSchema.nullable(), deletedOn: z.string(), deletedBy: z.string() })
export type Attendance = z.infer<typeof attendanceSchema>

/** The list of an event with all that belongs to it. */
export const rosterSchema = z.object({
  eventId: id,
  capacity: z.number().int().nullable(),
  deleteAfterDays: z.number().int(),
  /** From this day (ISO) on the list is due for deletion; null as long as the event has no day. */
  deleteFrom: z.string().nullable(),
  deletionDue: z.boolean(),
  participants: z.array(participantSchema),
  questions: z.array(questionSchema),
  sheets: z.array(sheetSchema),
  attendance: attendanceSchema.nullable(),
})
export type Roster = z.infer<typeof rosterSchema>
