import { z } from 'zod'
import { cleanLine, cleanText } from '../clean-text.ts'
import { movementKinds } from './stock.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const text = (max = 5_000) => z.string().max(max).transform(cleanText)
const day = z.iso.date()
const id = z.string().min(1).max(64)

/** What is said of a leaflet or brochure whatever its language. */
export const materialInputSchema = z.object({
  title: line(500).refine((value) => value !== '', 'Bitte den Titel angeben.'),
  /** Code of the catalogue of kinds of material. */
  kind: line(40),
  /** Code of the fields of policy. */
  topic: line(40),
  publisherId: id.nullable(),
  publisherName: line(),
  /** Where it can be ordered again. */
  source: line(1_000),
  note: text(),
})
export type MaterialInput = z.infer<typeof materialInputSchema>

/** One language, or several on one sheet, in one printing. */
export const editionInputSchema = z.object({
  languages: z.array(z.string().min(1).max(40)).min(1, 'Bitte mindestens eine Sprache wählen.').max(12),
  /** "3. Auflage" */
  edition: line(100),
  /** „Stand": the day that the content is of. */
  issuedOn: day.nullable(),
  format: line(200),
  /** Where it lies in the office. */
  shelf: line(200),
  /** Below this many copies the list says that it should be ordered again; 0 for never. */
  minStock: z.number('Bitte eine Zahl angeben.').int().min(0).max(1_000_000),
  /** „Prüfen bis": then somebody looks whether it is still right. */
  reviewOn: day.nullable(),
  note: line(1_000),
})
export type EditionInput = z.infer<typeof editionInputSchema>

export const editionSchema = editionInputSchema.extend({
  id,
  outdatedOn: z.string().nullable(),
  outdatedNote: z.string(),
  balance: z.number().int(),
  /** Where it was laid out and not yet taken away. */
  displayed: z.array(z.object({ contactId: z.string().nullable(), party: z.string(), since: z.string(), amount: z.number().int() })),
  papers: z.number().int(),
})
export type Edition = z.infer<typeof editionSchema>

/** What a person says of copies that come or go. For a count, `amount` is what was counted. */
export const movementInputSchema = z.object({
  editionId: id,
  kind: z.enum(movementKinds),
  amount: z.number('Bitte eine Anzahl angeben.').int().min(0, 'Die Anzahl kann nicht negativ sein.').max(1_000_000),
  on: day,
  contactId: id.nullable(),
  party: line(),
  note: line(1_000),
})
export type MovementInput = z.infer<typeof movementInputSchema>

export const movementSchema = movementInputSchema.extend({
  id,
  /** Copies that came (positive) or went. */
  change: z.number().int(),
  /** Balance of the edition after it. */
  balance: z.number().int(),
  personName: z.string(),
})
export type Movement = z.infer<typeof movementSchema>

export const materialSchema = materialInputSchema.extend({
  id, version: z.number().int(), trashed: z.boolean(), editions: z.array(editionSchema), movements: z.array(movementSchema),
})
export type Material = z.infer<typeof materialSchema>

/** What should be done about a material, the most urgent first. */
export const materialFlags = ['negative', 'review', 'outdated-displayed', 'reorder', 'none-current'] as const
export type MaterialFlag = (typeof materialFlags)[number]
export const materialFlagLabels: Readonly<Record<MaterialFlag, string>> = {
  negative: 'Bestand negativ: bitte zählen', review: 'Prüfung fällig', 'outdated-displayed': 'Veraltet, noch ausgelegt', reorder: 'Nachbestellen', 'none-current': 'Keine gültige Ausgabe',
}

export const materialListItemSchema = z.object({
  id, title: z.string(), kind: z.string(), topic: z.string(), publisherName: z.string(), languages: z.array(z.string()), stock: z.number().int(), flags: z.array(z.enum(materialFlags)),
})
export type MaterialListItem = z.infer<typeof materialListItemSchema>

export const materialShows = ['all', 'todo', 'outdated'] as const
export type MaterialShow = (typeof materialShows)[number]
export const materialShowLabels: Readonly<Record<MaterialShow, string>> = { all: 'Alle', todo: 'Zu tun', outdated: 'Veraltet' }

/** A cell of material × language: copies of current editions; null for a gap; `outdated` where only old ones are left. */
export const matrixSchema = z.object({
  languages: z.array(z.object({ code: z.string(), label: z.string(), gaps: z.number().int() })),
  rows: z.array(z.object({ id, title: z.string(), topic: z.string(), cells: z.array(z.object({ stock: z.number().int(), outdated: z.boolean(), low: z.boolean() }).nullable()) })),
})
export type Matrix = z.infer<typeof matrixSchema>

/** An edition that can be handed out, for the quick line. */
export const handOutSchema = z.object({ materialId: id, editionId: id, title: z.string(), languages: z.array(z.string()), edition: z.string(), balance: z.number().int() })
export type HandOut = z.infer<typeof handOutSchema>
