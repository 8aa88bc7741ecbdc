import { z } from 'zod'
import { importEncodings, importFormats, importSeparators } from '../../../directory/import/formats.ts'

/** What a column of a list of registrations can mean. */
export const participantFields = [
  'ignore', 'name', 'givenNames', 'familyName', 'organisation', 'email', 'phone', 'persons', 'companions', 'languages', 'interpretation', 'diet', 'allergies', 'access', 'childcare', 'needs',
  'ageGroup', 'photo', 'registeredOn', 'note',
] as const
export type ParticipantField = (typeof participantFields)[number]

export const participantFieldLabels: Readonly<Record<ParticipantField, string>> = {
  ignore: 'nicht übernehmen', name: 'Name', givenNames: 'Vornamen', familyName: 'Familienname', organisation: 'Organisation', email: 'E-Mail', phone: 'Telefon', persons: 'Zahl der Personen',
  companions: 'Zahl der Begleitpersonen', languages: 'Sprachen', interpretation: 'Dolmetschen', diet: 'Essen', allergies: 'Allergien', access: 'Zugang', childcare: 'Kinderbetreuung', needs: 'Bedarf (gemischt)',
  ageGroup: 'Altersgruppe', photo: 'Foto-Einwilligung', registeredOn: 'Angemeldet am', note: 'Notiz',
}

/** What a person may set instead of what was found by itself. */
export const participantImportOptionsSchema = z.object({
  encoding: z.enum(importEncodings).optional(),
  separator: z.enum(importSeparators).optional(),
  table: z.number().int().min(0).max(1_000).optional(),
  withHidden: z.boolean().optional(),
  mapping: z.array(z.enum(participantFields)).max(1_000).optional(),
  /** What becomes of those who are there already and of whom the file says something else. */
  known: z.enum(['keep', 'update']).optional(),
  /** What becomes of rows that repeat an earlier one of the file. */
  repeated: z.enum(['skip', 'take']).optional(),
})
export type ParticipantImportOptions = z.infer<typeof participantImportOptionsSchema>

/**
 * `new`: is registered; `waiting`: is registered and waits; `update`: changes somebody who is there; `known`: is there already and stays as it is;
 * `repeated`: stands earlier in the file; `rejected`: comes back; `empty`: holds nothing.
 */
export const participantOutcomes = ['new', 'waiting', 'update', 'known', 'repeated', 'rejected', 'empty'] as const
export type ParticipantOutcome = (typeof participantOutcomes)[number]
export const participantOutcomeLabels: Readonly<Record<ParticipantOutcome, string>> = {
  new: 'Anmeldung', waiting: 'Warteliste', update: 'wird geändert', known: 'schon vorhanden', repeated: 'doppelt', rejected: 'nicht übernommen', empty: 'leer',
}
export const participantRowSchema = z.object({
  line: z.number().int(),
  outcome: z.enum(participantOutcomes),
  reason: z.string(),
  name: z.string(),
  organisation: z.string(),
  persons: z.number().int(),
  /** Needs in words. */
  needs: z.string(),
  /** What was read otherwise than it stands there, or should be looked at. */
  hints: z.array(z.string()),
})
export type ParticipantRow = z.infer<typeof participantRowSchema>

const counts = z.object(Object.fromEntries(participantOutcomes.map((outcome) => [outcome, z.number().int()])) as Record<ParticipantOutcome, z.ZodNumber>)

/** What a file would bring. Nothing is changed yet. */
export const participantOverviewSchema = z.object({
  format: z.enum(importFormats),
  text: z.object({ encoding: z.enum(importEncodings), bom: z.boolean(), certain: z.boolean(), separator: z.enum(importSeparators).nullable() }).nullable(),
  tables: z.array(z.object({ label: z.string(), hidden: z.boolean(), rows: z.number().int() })),
  table: z.number().int(),
  hidden: z.object({ rows: z.number().int(), columns: z.number().int(), included: z.boolean() }),
  warnings: z.array(z.string()),
  columns: z.array(z.object({ heading: z.string(), field: z.enum(participantFields), sample: z.string() })),
  remembered: z.object({ name: z.string(), on: z.string() }).nullable(),
  importedBefore: z.object({ on: z.string(), personName: z.string(), undone: z.boolean() }).nullable(),
  counts,
  /** Persons behind the rows that are taken, with a place and waiting. */
  persons: z.object({ placed: z.number().int(), waiting: z.number().int() }),
  /** Rows of whom the file says something else than the list. */
  differing: z.number().int(),
  rows: z.array(participantRowSchema),
})
export type ParticipantOverview = z.infer<typeof participantOverviewSchema>
