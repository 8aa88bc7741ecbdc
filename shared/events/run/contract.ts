import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { partGrant, partId, partProcedures } from '../part.ts'
import { runSchema } from './model.ts'

/** „Ablaufplan" of an event. */
export const runContract = {
  ...partProcedures(runSchema),
  /** Writes the run sheet: a PDF with large times for the stage, a document to change. */
  saveSheet: procedure.input(z.object({ id: partId, format: z.enum(['pdf', 'docx']), grant: partGrant })).output(z.void()),
}
