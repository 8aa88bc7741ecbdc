import { z } from 'zod'
import { letterBodySchema } from '../body.ts'
import { cleanLine } from '../clean-text.ts'

const id = z.string().min(1).max(64)
const line = (max: number) => z.string().max(max).transform(cleanLine)

/** When a part of a text block stands in the text: always, if its box is checked, or if it was chosen among the alternatives of its group. */
export const partKinds = ['always', 'optional', 'alternative'] as const
export const partKindLabels: Record<(typeof partKinds)[number], string> = { always: 'Immer', optional: 'Wahlweise', alternative: 'Alternative' }

/** A part of a text block. */
export const blockPartSchema = z.object({
  id,
  kind: z.enum(partKinds),
  /** What its check box says. */
  label: line(120),
  /** Of an alternative: the question that it is one of the answers to. */
  group: line(120),
  /** Whether it is chosen when the block is inserted. */
  preset: z.boolean(),
  /** A single paragraph that goes on in the paragraph before it, as a sentence of it. */
  runOn: z.boolean(),
  body: letterBodySchema,
})
export type BlockPart = z.infer<typeof blockPartSchema>
export const blockPartsSchema = z.array(blockPartSchema).min(1).max(40)

/** What a person writes into a text block. */
export const textBlockFieldsSchema = z.object({
  title: line(160),
  /** The Kürzel that finds it at once. */
  shortForm: line(24),
  category: line(80),
  /** Who looks after it: a person of the office. */
  ownerId: z.string().max(64).nullable(),
  ownerName: line(160),
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  /** Where it comes from, what to mind; never printed. */
  note: z.string().max(2_000),
  parts: blockPartsSchema,
})
export type TextBlockFields = z.infer<typeof textBlockFieldsSchema>

/** A text block as the list, the search and the editor need it. */
export const textBlockItemSchema = textBlockFieldsSchema.extend({
  id,
  /** Number of the version that is valid now. */
  number: z.int(),
  /** Letters that it stands in. */
  used: z.int(),
})
export type TextBlockItem = z.infer<typeof textBlockItemSchema>

/** A text block with its versions and the letters that it stands in. */
export const textBlockSchema = textBlockItemSchema.extend({
  version: z.int(),
  trashed: z.boolean(),
  /** The newest first. */
  versions: z.array(z.object({ id, number: z.int(), parts: blockPartsSchema, changedAt: z.string(), changedBy: z.string(), used: z.int() })),
  /** The last letters that it was put into. */
  letters: z.array(z.object({ id, number: z.string(), subject: z.string(), blockVersion: z.int() })),
})
export type TextBlock = z.infer<typeof textBlockSchema>

/**
 * A text block in a letter: what was inserted, by which version, and which of its parts were chosen. It holds the parts themselves, so that a
 * change of the block never reaches a letter.
 */
export const blockUseSchema = z.object({
  id,
  blockId: id,
  blockVersion: z.int(),
  title: line(160),
  parts: blockPartsSchema,
  chosen: z.array(id).max(40),
})
export type BlockUse = z.infer<typeof blockUseSchema>
/** The text blocks of a letter, in the order of its text. */
export const blockUsesSchema = z.array(blockUseSchema).max(200)
