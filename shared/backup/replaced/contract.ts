import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { replacedName, replacedStateSchema } from './model.ts'

/** States that restorations have moved aside. */
export const replacedContract = {
  /** The newest first. */
  list: procedure.output(z.array(replacedStateSchema)),
  /** Takes one away for good. */
  remove: procedure.input(z.object({ name: z.string().regex(replacedName) })).output(z.void()),
}
