import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { signatoryFieldsSchema, signatorySchema } from './model.ts'

/** How the people of the office sign letters. */
export const signingContract = {
  list: procedure.output(z.object({ signatories: z.array(signatorySchema) })),
  /** Refused with `forbidden` where an assistant says it of somebody else. */
  save: procedure
    .input(z.object({ personId: z.string().min(1).max(64), name: z.string().min(1).max(200), version: z.number().int(), fields: signatoryFieldsSchema }))
    .output(changeReceiptSchema),
}
