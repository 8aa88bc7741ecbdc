import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { partGrant, partId, partProcedures } from '../part.ts'
import { equipmentSchema } from './model.ts'

/** „Material" of an event. */
export const equipmentContract = {
  ...partProcedures(equipmentSchema),
  /** Writes the list with boxes to tick. */
  saveList: procedure.input(z.object({ id: partId, format: z.enum(['pdf', 'xlsx']), grant: partGrant })).output(z.void()),
}
