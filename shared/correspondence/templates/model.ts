import { z } from 'zod'
import { cleanLine } from '../clean-text.ts'
import { documentKindSchema } from './kinds.ts'

const id = z.string().min(1).max(64)

/** The largest template, in bytes. */
export const maxTemplateBytes = 10 * 1024 * 1024

/** What can be put into a letterhead without any codes, by clicking the place. */
export const slots = {
  anschrift: 'Anschrift', informationsblock: 'Informationsblock', datum: 'Datum', betreff: 'Betreff', anrede: 'Anrede', text: 'Text', gruss: 'Grußformel',
  unterschrift: 'Unterschrift', anlagen: 'Anlagen', unser_zeichen: 'Unser Zeichen', ruecksendeangabe: 'Rücksendeangabe',
} as const

/** Where something is put: in the place of a paragraph, before or after it, or at the end of its words. `clear` takes a paragraph's sample words out. */
export const placeModes = ['replace', 'before', 'after', 'append', 'clear'] as const
export const placeSchema = z.object({
  /** Part of the file: `word/document.xml`. */
  part: z.string().max(200),
  /** Number of the paragraph in its part, from 0. */
  paragraph: z.int().min(0).max(100_000),
  mode: z.enum(placeModes),
  /** Key of a field; empty for `clear`. */
  field: z.string().max(40),
})
export type Place = z.infer<typeof placeSchema>

/** What a person decided about a version of a template: where things are put, and which field each name means. */
export const decisionsSchema = z.object({
  places: z.array(placeSchema).max(200),
  /** Name as written in the template → key of a field, or empty for „stays blank". */
  names: z.record(z.string().max(100), z.string().max(40)),
})
export type Decisions = z.infer<typeof decisionsSchema>
export const noDecisions: Decisions = { places: [], names: {} }

/** How heavy a finding is: an `error` keeps the template from being used, a `warning` doesn't, `healed` was put right. */
export const faultLevels = ['error', 'warning', 'healed'] as const
export const faultSchema = z.object({
  code: z.string(),
  level: z.enum(faultLevels),
  /** What is wrong and what to do, in German. */
  text: z.string(),
  /** „Seite 1, Absatz 4" or „Kopfzeile der ersten Seite, Absatz 1"; empty for the whole file. */
  where: z.string(),
  /** The words around. */
  quote: z.string(),
  part: z.string(),
  paragraph: z.int().nullable(),
})
export type Fault = z.infer<typeof faultSchema>

const span = z.object({ text: z.string(), bold: z.boolean(), italic: z.boolean(), mark: z.enum(['none', 'tag']) })
export type Span = z.infer<typeof span>
/** A piece of a document as it can be shown and clicked. */
export type OutlineBlock =
  | { type: 'paragraph'; paragraph: number; spans: Span[]; align: 'left' | 'center' | 'right' | 'justify'; size: number; heading: boolean; list: boolean; picture: boolean; boxes: OutlineBlock[][] }
  | { type: 'table'; rows: OutlineBlock[][][] }
const block: z.ZodType<OutlineBlock> = z.lazy(() => z.discriminatedUnion('type', [
  z.object({
    type: z.literal('paragraph'), paragraph: z.int(), spans: z.array(span), align: z.enum(['left', 'center', 'right', 'justify']), size: z.number(),
    heading: z.boolean(), list: z.boolean(), picture: z.boolean(), boxes: z.array(z.array(block)),
  }),
  z.object({ type: z.literal('table'), rows: z.array(z.array(z.array(block))) }),
]))
export const outlinePartSchema = z.object({ part: z.string(), label: z.string(), blocks: z.array(block) })
export type OutlinePart = z.infer<typeof outlinePartSchema>

/** A name that was found in a template. */
export const placeholderSchema = z.object({
  name: z.string(),
  /** The field that it means; null as long as nobody knows. */
  field: z.string().nullable(),
  /** Whether a person said so. */
  decided: z.boolean(),
  proposals: z.array(z.string()),
  count: z.int(),
  where: z.string(),
})
export type Placeholder = z.infer<typeof placeholderSchema>

/** What the assistant says of a version. */
const studySchema = z.object({
  outline: z.array(outlinePartSchema),
  placeholders: z.array(placeholderSchema),
  faults: z.array(faultSchema),
  /** Fields of the kind that stand nowhere yet although the document needs them. */
  lacking: z.array(z.string()),
})
export type Study = z.infer<typeof studySchema>

/** The study of a template that is open, with what was decided about it and the version of the record that this belongs to. */
export const openStudySchema = studySchema.extend({ decisions: decisionsSchema, version: z.int() })
export type OpenStudy = z.infer<typeof openStudySchema>

/** What a person says of a template. */
export const templateFieldsSchema = z.object({
  name: z.string().max(120).transform(cleanLine).refine((name) => name !== '', 'Bitte einen Namen eintragen.'),
  kind: documentKindSchema,
  note: z.string().max(2_000),
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  /** Days after dispatch at which a letter written with it is looked at again; null for none. */
  followUpDays: z.int().min(1, 'Mindestens ein Tag.').max(730, 'Höchstens zwei Jahre.').nullable(),
})
export type TemplateFields = z.infer<typeof templateFieldsSchema>

export const templateVersionSchema = z.object({
  id,
  number: z.int(),
  fileName: z.string(),
  size: z.int(),
  /** SHA-256 of the file as it came in, in hexadecimal digits. */
  hash: z.string(),
  addedAt: z.string(),
  addedByName: z.string(),
  /** Letters that were written with it. */
  used: z.int(),
})
export type TemplateVersion = z.infer<typeof templateVersionSchema>

/** A template of the office. */
export const templateSchema = templateFieldsSchema.extend({
  id,
  version: z.int(),
  trashed: z.boolean(),
  currentVersion: id,
  /** The newest first. */
  versions: z.array(templateVersionSchema),
  /** The last letters that were written with any of its versions. */
  letters: z.array(z.object({ id, number: z.string(), subject: z.string(), versionNumber: z.int() })),
})
export type Template = z.infer<typeof templateSchema>

/** A line of the list: a template of the office, or one that comes with the application (`builtin:…`). */
export const templateItemSchema = z.object({
  /** What a letter keeps: id of the current version, or `builtin:…`. */
  ref: z.string(),
  /** Id of the record; null for a built-in one. */
  id: z.string().nullable(),
  name: z.string(),
  kind: documentKindSchema,
  versionNumber: z.int(),
  /** Earlier versions, which letters may still hold. */
  earlier: z.array(z.string()),
  validity: z.enum(['valid', 'future', 'ended']),
  used: z.int(),
  /** How many errors and open names keep it from being used. */
  open: z.int(),
  followUpDays: z.int().nullable(),
})
export type TemplateItem = z.infer<typeof templateItemSchema>
