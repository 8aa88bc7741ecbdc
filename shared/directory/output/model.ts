import { z } from 'zod'
import { labelSheetSchema } from '../../labels/sheets.ts'
import { exportColumnKeys } from '../export-columns.ts'
import { contactSelectionSchema } from '../lists/model.ts'

const id = z.string().min(1).max(64)

/** Which contacts are given out. */
export const outputSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), id }),
  z.object({ kind: z.literal('contacts'), ids: z.array(id).min(1).max(10_000) }),
  z.object({ kind: z.literal('selection'), selection: contactSelectionSchema }),
])

/** Files that contacts are given out as. */
export const fileFormats = ['xlsx', 'csv', 'csv-1252', 'pdf', 'vcard4', 'vcard3', 'labels', 'badges', 'envelopes', 'envelopes-docx'] as const
export const outputFormats = [...fileFormats, 'email', 'letters'] as const
/** What happens to what is given out: it stays in the office's work, or is published (website, flyer, Wegweiser). */
export const outputUses = ['internal', 'publish'] as const

/** What may be given out, for what and to whom. */
export const outputRequestSchema = z.object({
  source: outputSourceSchema,
  format: z.enum(outputFormats),
  /** Code of the catalogue of purposes; a list has its own. */
  purpose: z.string().max(60).default(''),
  use: z.enum(outputUses).default('internal'),
  /** Those about whom there is only a question are given out as well. */
  despite: z.boolean().default(false),
  /** Letters and e-mails go only to those members of a list who are reached that way. */
  byChannel: z.boolean().default(true),
})

/** How a file is laid out; each format takes what it needs. */
export const outputLayoutSchema = z.object({
  title: z.string().max(200).default('Kontakte'),
  columns: z.array(z.enum(exportColumnKeys)).min(1, 'Bitte mindestens eine Spalte wählen.').max(exportColumnKeys.length).optional(),
  sheet: labelSheetSchema.optional(),
  /** The first label that is still there, from 1. */
  start: z.number().int().min(1).max(1200).default(1),
  frames: z.boolean().default(false),
  envelope: z.string().max(20).default('DL'),
})

/** Why a contact isn't given out: refused; a question; nothing to reach it by; reached otherwise; kept out of the list. */
export const leftOutKinds = ['refused', 'undecided', 'lacking', 'otherwise', 'excluded'] as const

export const leftOutSchema = z.object({ id, name: z.string(), kind: z.enum(leftOutKinds), reason: z.string() })

/** What would be given out, and what not and why. */
export const outputCheckSchema = z.object({
  included: z.number().int(),
  leftOut: z.array(leftOutSchema),
})

/** What a running output tells. */
export const outputProgressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), done: z.number().int(), total: z.number().int() }),
  z.object({
    state: z.literal('done'),
    written: z.number().int(),
    leftOut: z.array(leftOutSchema),
    /** Words that Windows-1252 has no letters for, and how they were written. */
    changed: z.array(z.object({ from: z.string(), to: z.string() })),
  }),
])

/** One output of the past. */
export const outputRecordSchema = z.object({ id, at: z.string(), personName: z.string(), format: z.enum(outputFormats), contacts: z.number().int(), leftOut: z.number().int() })

export type OutputSource = z.infer<typeof outputSourceSchema>
export type OutputFormat = typeof outputFormats[number]
export type OutputRequest = z.infer<typeof outputRequestSchema>
export type OutputLayout = z.infer<typeof outputLayoutSchema>
export type OutputUse = typeof outputUses[number]
export type LeftOut = z.infer<typeof leftOutSchema>
export type LeftOutKind = typeof leftOutKinds[number]
export type OutputCheck = z.infer<typeof outputCheckSchema>
export type OutputProgress = z.infer<typeof outputProgressSchema>
export type OutputRecord = z.infer<typeof outputRecordSchema>

/** Whether a format is envelopes, whose size is chosen. */
export function isEnvelopes(format: OutputFormat): boolean {
  return format === 'envelopes' || format === 'envelopes-docx'
}

/** By which way contacts must be reachable to be given out so; `null` where it makes no difference. */
export function channelOf(format: OutputFormat): 'email' | 'letter' | null {
  if (format === 'email') return 'email'
  return format === 'labels' || isEnvelopes(format) || format === 'letters' ? 'letter' : null
}
