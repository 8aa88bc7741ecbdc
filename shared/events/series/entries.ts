import { z } from 'zod'
import { cleanLine, cleanText } from '../../correspondence/clean-text.ts'
import { entryFields, type EntryField } from './entry-fields.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const id = z.string().min(1).max(64)
const fieldCodes = entryFields.map(({ code }) => code) as [EntryField, ...EntryField[]]

/** Longest text of one cell; whoever writes more has not filled in a form. */
export const longestCell = 20_000
/** Entries of one form, and forms that are read at once. */
export const mostEntries = 40
export const mostFiles = 60
export const maxFormBytes = 5 * 1024 * 1024

/** What a form says of one event, as it stands there, and what the office decided about it. Cells are changed to mend what is unclear. */
export const rawEntrySchema = z.object({
  /** Of the file and the place in it; unique among what was read. */
  key: id,
  fileName: line(255),
  /** Where in the form, from 1; 0 for a form without any event. */
  slot: z.int().min(0).max(999),
  /** The code on the form; empty where there is none. */
  code: line(20),
  organiser: line(),
  /** The form says that there is no contribution. */
  none: z.boolean(),
  cells: z.partialRecord(z.enum(fieldCodes), z.string().max(longestCell).transform(cleanText)),
  /** What somebody should know of the file, in German. */
  hints: z.array(z.string().max(1_000)).max(50),
  /** Decisions: whose it is, which event it is (`new`: none so far), which fields overwrite what the office changed. */
  partnerId: id.nullable(),
  eventId: id.nullable(),
  taken: z.array(z.enum(fieldCodes)).max(50),
  /** An empty form counts as „keine Beiträge". */
  asNothing: z.boolean(),
})
export type RawEntry = z.infer<typeof rawEntrySchema>

/** What an entry says, understood. */
export const entryValuesSchema = z.object({
  title: z.string(), kind: z.string(), startsOn: z.string().nullable(), startsAt: z.string().nullable(), endsOn: z.string().nullable(), endsAt: z.string().nullable(), place: z.string(),
  accessNote: z.string(), targetGroup: z.string(), languages: z.string(), interpretation: z.string(), childcare: z.string(), topic: z.string(), cost: z.string(), registration: z.string(),
  programmeText: z.string(), expected: z.number().nullable(), publicContact: z.string(), partners: z.string(), remark: z.string(),
})
export type EntryValues = z.infer<typeof entryValuesSchema>
export const valueLabels: Readonly<Record<keyof EntryValues, string>> = {
  title: 'Titel', kind: 'Art', startsOn: 'Tag', startsAt: 'Beginn', endsOn: 'Letzter Tag', endsAt: 'Ende', place: 'Ort', accessNote: 'Zugang', targetGroup: 'Zielgruppe', languages: 'Sprachen',
  interpretation: 'Dolmetschen', childcare: 'Kinderbetreuung', topic: 'Thema', cost: 'Kosten', registration: 'Anmeldung', programmeText: 'Text', expected: 'Erwartete Gäste',
  publicContact: 'Kontakt für Gäste', partners: 'Mitwirkende', remark: 'Mitteilung',
}
/** The field of the form that a value is read from. */
export const fieldOfValue: Readonly<Record<keyof EntryValues, EntryField>> = {
  title: 'title', kind: 'kind', startsOn: 'day', startsAt: 'from', endsOn: 'lastDay', endsAt: 'until', place: 'place', accessNote: 'accessNote', targetGroup: 'targetGroup', languages: 'languages',
  interpretation: 'interpretation', childcare: 'childcare', topic: 'topic', cost: 'cost', registration: 'registration', programmeText: 'text', expected: 'expected', publicContact: 'contact',
  partners: 'partners', remark: 'remark',
}

/** What an import would do with an entry. `nothing`: the partner has no events this time. */
export const entryStatuses = ['new', 'changed', 'same', 'nothing', 'unclear'] as const
export type EntryStatus = (typeof entryStatuses)[number]
export const entryStatusLabels: Readonly<Record<EntryStatus, string>> = { new: 'Neu', changed: 'Geändert', same: 'Unverändert', nothing: 'Keine Beiträge', unclear: 'Unklar' }

const named = z.object({ id: z.string(), name: z.string() })

/** An entry as it would be taken over. */
export const plannedEntrySchema = z.object({
  key: z.string(), status: z.enum(entryStatuses), values: entryValuesSchema,
  partner: named.nullable(),
  /** The event that it belongs to so far, and those that it might. */
  event: named.nullable(), choices: z.array(named),
  /** What differs from the event; `edited`: the office has changed it since the last reading and its wording stays unless the field is taken. */
  changes: z.array(z.object({ field: z.enum(fieldCodes), label: z.string(), before: z.string(), after: z.string(), edited: z.boolean(), taken: z.boolean() })),
  /** What keeps it from being taken over: the field to mend (`partner` for whose it is) and why. */
  problems: z.array(z.object({ field: z.enum([...fieldCodes, 'partner', 'empty']), text: z.string() })),
  hints: z.array(z.string()),
})
export type PlannedEntry = z.infer<typeof plannedEntrySchema>

/** A file that was handed in: its entries, or why it wasn't read. */
export const readFormSchema = z.object({ fileName: z.string(), trouble: z.string(), entries: z.array(rawEntrySchema) })
export type ReadForm = z.infer<typeof readFormSchema>
