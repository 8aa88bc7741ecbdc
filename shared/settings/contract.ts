import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { letterheadSchema } from './letterhead.ts'

/** What the office has set for everybody. */
export const settingsContract = {
  letterhead: {
    get: procedure.output(z.object({ version: z.number().int(), letterhead: letterheadSchema })),
    update: procedure
      .input(z.object({ version: z.number().int(), letterhead: letterheadSchema.partial() }))
      .output(changeReceiptSchema),
  },
}
