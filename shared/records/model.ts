import { z } from 'zod'

/** The two databases of a vault. Nothing ever refers across them but by opaque id. */
export const sides = ['office', 'counselling'] as const
export const sideSchema = z.enum(sides)
export type Side = z.infer<typeof sideSchema>

/** Points at one record of one feature, e.g. `{ type: 'contact', id: '0199…' }`. */
export const recordRefSchema = z.object({ type: z.string().min(1), id: z.string().min(1) })
export type RecordRef = z.infer<typeof recordRefSchema>

/** What every successful write tells the window: enough for a notice with "Rückgängig". */
export const changeReceiptSchema = z.object({
  /** Id of the change group; `null` when nothing differed from what was stored. */
  change: z.string().nullable(),
  /** Version of the record after the write; send it back with the next update. */
  version: z.number().int(),
})
export type ChangeReceipt = z.infer<typeof changeReceiptSchema>

/** One line of a record's history ("Verlauf"). */
export const historyEntrySchema = z.object({
  change: z.string(),
  at: z.string(),
  personName: z.string(),
  action: z.string(),
  undone: z.boolean(),
  fields: z.array(
    z.object({ table: z.string(), row: z.string(), field: z.string(), before: z.unknown(), after: z.unknown() }),
  ),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** One line of the trash ("Papierkorb"). */
export const trashEntrySchema = z.object({
  side: sideSchema,
  record: recordRefSchema,
  typeLabel: z.string(),
  title: z.string(),
  deletedAt: z.string(),
  deletedBy: z.string(),
})
export type TrashEntry = z.infer<typeof trashEntrySchema>

/** What somebody did last with a record, for the overview. */
export const recentChangeSchema = z.object({
  side: sideSchema,
  change: z.string(),
  at: z.string(),
  personName: z.string(),
  action: z.string(),
  record: recordRefSchema,
  title: z.string(),
})
export type RecentChange = z.infer<typeof recentChangeSchema>
