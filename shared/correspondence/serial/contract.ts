import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { outputSourceSchema } from '../../directory/output/model.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { candidateSchema, emptyPattern, runItemSchema, serialChoiceSchema, serialPatternSchema, serialRunSchema, serialSettingsSchema, serialStepSchema } from './model.ts'

const id = z.string().min(1).max(64)
const grant = z.string().min(1).max(100)

/** „Serienbrief": one letter to many, from the check of what is missing to the entry in the register. */
export const serialContract = {
  /** The runs, the newest first. */
  list: procedure.output(z.array(runItemSchema)),
  get: procedure.input(z.object({ id })).output(serialRunSchema),
  /** Prepares a run; nothing is written yet. */
  create: procedure
    .input(z.object({ source: outputSourceSchema, sourceName: z.string().max(200), purpose: z.string().max(60).default(''), pattern: serialPatternSchema.default(emptyPattern) }))
    .output(changeReceiptSchema.extend({ id })),
  /** Everybody whom the run would write to, as the contacts are now, and labels of what every letter would lack. Changes nothing. */
  candidates: procedure.input(z.object({ id })).output(z.object({ candidates: z.array(candidateSchema), gaps: z.array(z.string()) })),
  /** Changes pattern or settings of a run that hasn't begun. */
  update: procedure
    .input(z.object({ id, version: z.int(), pattern: serialPatternSchema.optional(), settings: serialSettingsSchema.partial().optional() }))
    .output(changeReceiptSchema),
  /** Stores what was decided about recipients of a run that hasn't begun. */
  choose: procedure.input(z.object({ id, contactIds: z.array(id).max(10_000), choice: serialChoiceSchema.partial() })).output(changeReceiptSchema),
  /**
   * Begins a run, or goes on with one that was stopped: letters into the register, files into the chosen folder, one line in the Postausgang.
   * Ending the stream stops it; what is written stays, and the next time the rest follows.
   */
  write: procedure.input(z.object({ id, grant, folderName: z.string().max(200) })).output(eventIterator(serialStepSchema)),
  /** Moves a run to the trash; its letters stay. */
  remove: procedure.input(z.object({ id, version: z.int() })).output(changeReceiptSchema),
}
