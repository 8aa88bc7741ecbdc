import { z } from 'zod'
import { findEntry, type CatalogueName } from '../catalogues.ts'
import { realDay } from '../model.ts'

/** What an entry of the log tells: what happened, what was done, who was told, what was decided, how it is judged. */
export const entryKinds = {
  event: 'Ereignis', measure: 'Maßnahme', informed: 'Information an', decision: 'Entscheidung', assessment: 'Einschätzung',
} as const
export type EntryKind = keyof typeof entryKinds

/** How sure it is what an entry says. A log that mixes facts and guesses is worth nothing later. */
export const certainties = {
  known: 'gesichert', reported: 'gemeldet, nicht bestätigt', assumed: 'Vermutung', refuted: 'widerlegt',
} as const
export type Certainty = keyof typeof certainties

const line = (max: number) => z.string().trim().normalize('NFC').max(max, `Höchstens ${max} Zeichen.`)
const text = (max: number) => z.string().normalize('NFC').max(max, `Höchstens ${max.toLocaleString('de-DE')} Zeichen.`)
/** Values out of use stay valid: an old entry must be readable and correctable. */
const code = (name: CatalogueName, missing: string) =>
  z.string({ error: missing }).refine((value) => findEntry(name, value) !== undefined, missing)
const keysOf = <Words extends object>(words: Words) => Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]]

/** What is written about a situation („Lage“) as a whole. */
export const escalationFields = z.object({
  title: line(160).min(1, 'Bitte eine Bezeichnung angeben.'),
  kind: code('escalationKinds', 'Bitte die Art der Lage wählen.'),
  municipality: line(120),
  place: line(200),
  occasion: text(4_000),
  assessment: text(8_000),
  openPoints: text(4_000),
  distribution: text(2_000),
})
export type EscalationFields = z.infer<typeof escalationFields>

/** One entry of the log. */
export const entryFields = z.object({
  on: realDay,
  /** Empty where only the day is known. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte die Uhrzeit als 14:03 angeben.').or(z.literal('')),
  kind: z.enum(keysOf(entryKinds), { error: 'Bitte die Art des Eintrags wählen.' }),
  certainty: z.enum(keysOf(certainties), { error: 'Bitte angeben, wie gesichert das ist.' }),
  text: text(8_000).refine((value) => value.trim() !== '', 'Bitte angeben, was geschehen ist.'),
  source: code('escalationSources', 'Bitte die Quelle wählen.'),
  sourceNote: line(300),
  /** Who was told, decided or acted: an office or a function rather than a name. */
  who: line(300),
  /** A contact of the directory that this is about; it may be gone. */
  contactId: z.string().min(1).max(64).nullable(),
  /** The level that holds from this entry on; null leaves it as it is. */
  level: code('escalationLevels', 'Bitte die Stufe wählen.').nullable(),
})
export type EntryFields = z.infer<typeof entryFields>

/** A former wording of an entry, as it stood before it was corrected or withdrawn. */
export const correctionSchema = z.object({
  id: z.string(), former: entryFields, reason: z.string(), at: z.string(), byName: z.string(),
})
export type Correction = z.infer<typeof correctionSchema>

export const escalationEntrySchema = z.object({
  ...entryFields.shape,
  id: z.string(),
  /** How often it was corrected; a correction says which wording it saw. */
  revision: z.number().int(),
  /** It no longer holds. It stays in the log with the reason among its corrections. */
  withdrawn: z.boolean(),
  enteredAt: z.string(),
  enteredByName: z.string(),
  /** The first correction first. */
  corrections: z.array(correctionSchema),
})
export type EscalationEntry = z.infer<typeof escalationEntrySchema>

/** Whom to reach in this situation. */
export const escalationContactSchema = z.object({ id: z.string().min(1).max(64), contactId: z.string().min(1).max(64), role: line(120) })
export type EscalationContact = z.infer<typeof escalationContactSchema>

export const escalationSchema = z.object({
  ...escalationFields.shape,
  id: z.string(),
  version: z.number().int(),
  /** `L-2026-003`, given once. */
  number: z.string(),
  /** Day of the first entry. */
  beganOn: z.string(),
  /** Level after the last entry that set one; empty as long as none did. */
  level: z.string(),
  /** ISO day, empty while it goes on. */
  closedOn: z.string(),
  closingNote: z.string(),
  createdByName: z.string(),
  trashed: z.boolean(),
  updatedAt: z.string(),
  /** As they happened, the first first. */
  entries: z.array(escalationEntrySchema),
  contacts: z.array(escalationContactSchema),
  /** Incidents that belong to it, as far as the person asking may see them. */
  incidents: z.array(z.object({ id: z.string(), incidentId: z.string(), number: z.string(), summary: z.string() })),
  /** How many more there are, of cases of somebody else. */
  hiddenIncidents: z.number().int(),
})
export type Escalation = z.infer<typeof escalationSchema>

export const escalationListItemSchema = escalationSchema
  .pick({ id: true, number: true, title: true, kind: true, municipality: true, place: true, level: true, closedOn: true })
  .extend({ lastOn: z.string(), lastAt: z.string(), entryCount: z.number().int() })
export type EscalationListItem = z.infer<typeof escalationListItemSchema>

/** Entries in the order in which it happened; without a time of day an entry stands before those with one. */
export function inOrder<Entry extends Pick<EscalationEntry, 'on' | 'at' | 'id'>>(entries: readonly Entry[]): Entry[] {
  const key = ({ on, at, id }: Entry): string => `${on} ${at === '' ? '00:00' : at} ${id}`
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The level that holds after these entries; empty where none sets one. */
export function levelAfter(entries: readonly EscalationEntry[]): string {
  return inOrder(entries).findLast(({ level, withdrawn }) => level !== null && !withdrawn)?.level ?? ''
}

/** What the chronology is narrowed down by; null stands for all. */
export interface ChronologyFilter {
  kind: EntryKind | null
  certainty: Certainty | null
  /** Words, in any case, in text, source and who. */
  query: string
}

/** The entries that a filter leaves, in their order. */
export function filtered(entries: readonly EscalationEntry[], { kind, certainty, query }: ChronologyFilter): EscalationEntry[] {
  const words = query.toLocaleLowerCase('de').split(/\s+/u).filter(Boolean)
  return inOrder(entries).filter((entry) => {
    const said = `${entry.text} ${entry.sourceNote} ${entry.who}`.toLocaleLowerCase('de')
    return (kind === null || entry.kind === kind) && (certainty === null || entry.certainty === certainty) && words.every((word) => said.includes(word))
  })
}
