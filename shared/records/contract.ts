import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { historyEntrySchema, recentChangeSchema, recordRefSchema, sideSchema, trashEntrySchema } from './model.ts'

const undone = z.object({
  /** German label of the step that was taken back. */
  action: z.string(),
  /** The new step; taking it back in turn restores. */
  change: z.string().nullable(),
  side: sideSchema,
  /** Records of the step that were changed since and stay as they are: some by their title, and how many. */
  kept: z.object({ titles: z.array(z.string()), total: z.number().int() }),
})

/** History, undo and trash of every record, and the news of what has changed. */
export const recordsContract = {
  history: procedure.input(recordRefSchema.extend({ side: sideSchema })).output(z.array(historyEntrySchema)),
  /** The records of the office side that were worked on last, each once, the newest first. */
  recent: procedure.input(z.object({ limit: z.number().int().min(1).max(50) })).output(z.array(recentChangeSchema)),
  /** Takes back one step, e.g. from a notice. */
  undo: procedure.input(z.object({ side: sideSchema, change: z.string() })).output(undone),
  /** Takes back the newest step of this person since unlocking, wherever it was; null when there is none. */
  undoLast: procedure.output(undone.nullable()),
  trash: procedure.output(z.array(trashEntrySchema)),
  restore: procedure
    .input(recordRefSchema.extend({ side: sideSchema }))
    .output(z.object({ change: z.string().nullable() })),
  /** Tells after each commit which records it touched. */
  changes: procedure.output(
    eventIterator(z.object({ side: sideSchema, records: z.array(recordRefSchema), many: z.boolean() })),
  ),
}
