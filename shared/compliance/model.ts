import { z } from 'zod'
import activitiesFile from '../../resources/compliance/activities.json' with { type: 'json' }
import papersFile from '../../resources/compliance/papers.json' with { type: 'json' }

/** Papers of the shelf, in their order. */
export const paperCodes = ['record', 'dpia', 'measures', 'deletion', 'accessibility', 'council'] as const
export type PaperCode = (typeof paperCodes)[number]

/** Settings from which papers are made. */
export const sourceCodes = ['office', 'law', 'people', 'data', 'retention', 'backups', 'lock', 'encryption', 'exports', 'audit', 'policy'] as const
export type SourceCode = (typeof sourceCodes)[number]

/** A piece of a paper: a fixed text, something made from settings, or what the office has to fill in itself. */
export interface PaperPiece {
  heading?: string
  text?: string
  list?: readonly string[]
  table?: { head: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }
  insert?: string
  missing?: string
}

/** A paper as its dated texts describe it. */
export interface Paper {
  code: PaperCode
  title: string
  norm: string
  /** Name that is proposed for the file, without ending. */
  file: string
  about: string
  sources: readonly SourceCode[]
  /** What the office has to fill in, for the screen. */
  fill: readonly string[]
  body: readonly PaperPiece[]
}

/** An activity of processing (Art. 30 DSGVO). */
export interface Activity {
  code: string
  title: string
  purpose: string
  bases: readonly string[]
  persons: readonly string[]
  data: readonly string[]
  special: string
  recipients: readonly string[]
  retention: 'contacts' | 'counselling' | 'letters' | 'events' | 'audit'
  /** Types of records that belong to it. */
  records: readonly string[]
}

export const papers = papersFile.papers as unknown as readonly Paper[]
export const papersAsOf = { version: papersFile.version, asOf: papersFile.asOf, source: papersFile.source }
export const risks = papersFile.risks
export const activitiesSource = activitiesFile.source

/** Activities on a day (ISO). */
export function activitiesOn(day: string): readonly Activity[] {
  return (activitiesFile.activities as unknown as readonly (Activity & { validFrom: string; validTo: string | null })[])
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
}

/** One setting as the shelf shows it. */
export const sourceSchema = z.object({ code: z.enum(sourceCodes), label: z.string(), summary: z.string() })
export type ShelfSource = z.infer<typeof sourceSchema>

/** One paper as the shelf shows it. */
export const shelfPaperSchema = z.object({
  code: z.enum(paperCodes),
  /** When it was last written, and by whom; null as long as it never was. */
  written: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** Settings that have changed since. */
  changed: z.array(z.enum(sourceCodes)),
  /** How many places the office has to fill in. */
  gaps: z.number().int(),
})
export type ShelfPaper = z.infer<typeof shelfPaperSchema>
