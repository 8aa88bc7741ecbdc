import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { fileFormats, outputCheckSchema, outputLayoutSchema, outputProgressSchema, outputRecordSchema, outputRequestSchema } from './model.ts'

const grant = z.string().min(1).max(100)

/** What the window can ask of „Ausgeben". */
export const outputContract = {
  /** Tells who would be given out and who not, and why. Changes nothing. */
  check: procedure.input(outputRequestSchema).output(outputCheckSchema),
  /** Writes a file to the place that was chosen in the save dialog. Ending the stream early writes nothing. */
  save: procedure
    .input(z.object({ request: outputRequestSchema.extend({ format: z.enum(fileFormats) }), layout: outputLayoutSchema, grant }))
    .output(eventIterator(outputProgressSchema)),
  /** The e-mail addresses in portions of at most `limit`, each once. */
  emails: procedure
    .input(z.object({ request: outputRequestSchema, limit: z.number().int().min(1).max(1000) }))
    .output(z.object({ portions: z.array(z.array(z.string())), leftOut: outputCheckSchema.shape.leftOut })),
  /** Notes that addresses were copied; files are noted by themselves. */
  noteEmails: procedure.input(z.object({ request: outputRequestSchema })).output(z.void()),
  /** Writes who was left out and why, as PDF. */
  saveLeftOut: procedure.input(z.object({ request: outputRequestSchema, title: z.string().max(200), grant })).output(z.void()),
  /** The latest outputs of a list, or of contacts without a list. */
  records: procedure.input(z.object({ listId: z.string().max(64) })).output(z.array(outputRecordSchema)),
}
