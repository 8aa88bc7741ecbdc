import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { importOptionsSchema, importProgressSchema, importReadingSchema, importRowFilters, importRowSchema } from './model.ts'
import { signatureSchema } from './signature.ts'

const token = z.string().min(1).max(64)
const file = z.object({ token })

/** „Importieren": a file is handed over in pieces, looked at, decided about, and imported as one step. */
export const importContract = {
  /** Begins with a file; what was handed over before and not imported is given up. */
  begin: procedure.input(z.object({ name: z.string().max(255), size: z.number().int().min(0) })).output(z.object({ token })),
  /** The next piece of the file as base64; bytes don't cross the port as such. */
  append: procedure.input(file.extend({ content: z.base64().max(2_900_000) })).output(z.void()),
  /** Begins with what a person entered from a mail signature; it goes the same way as a file with one row. */
  beginSignature: procedure.input(z.object({ signature: signatureSchema })).output(z.object({ token })),
  /** Reads the file and tells what would happen to its rows. Changes nothing. */
  read: procedure.input(file.extend({ options: importOptionsSchema })).output(eventIterator(importReadingSchema)),
  /** A page of the rows of a plan; empty when there is a newer plan. */
  rows: procedure
    .input(file.extend({
      plan: z.number().int(), filter: z.enum(importRowFilters).default('all'),
      offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ rows: z.array(importRowSchema), total: z.number().int() })),
  /** Imports what was planned as one step and tells how far it is. Ending the stream early imports nothing. */
  run: procedure.input(file.extend({ options: importOptionsSchema })).output(eventIterator(importProgressSchema)),
  /** Writes the rows that come back, with the reason, to the file that was chosen in the save dialog. */
  saveRejected: procedure.input(file.extend({ options: importOptionsSchema, grant: z.string().min(1).max(100) })).output(z.void()),
  /** Forgets the remembered meanings of this file's columns. */
  forgetMapping: procedure.input(file).output(z.void()),
  /** Gives up the file. */
  close: procedure.input(file).output(z.void()),
}
