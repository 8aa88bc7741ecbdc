import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { partGrant, partId, partProcedures } from '../part.ts'
import { safetySchema } from './model.ts'

/** „Sicherheit" of an event. */
export const safetyContract = {
  ...partProcedures(safetySchema),
  /** Writes the sheet to pin up, or the document with all risks. */
  saveSheet: procedure.input(z.object({ id: partId, format: z.enum(['pdf', 'docx']), grant: partGrant })).output(z.void()),
}
