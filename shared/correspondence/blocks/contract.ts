import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { textBlockFieldsSchema, textBlockItemSchema, textBlockSchema } from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })

/** „Textbausteine": texts that are put into letters again and again. */
export const blocksContract = {
  /** All of them by title, whole: the window looks through them while somebody types. */
  list: procedure.output(z.array(textBlockItemSchema)),
  get: procedure.input(z.object({ id })).output(textBlockSchema),
  create: procedure.input(textBlockFieldsSchema).output(changeReceiptSchema.extend({ id })),
  /** Stores the fields given. A changed text becomes a new version once a letter holds the present one. */
  update: procedure.input(versioned.extend({ fields: textBlockFieldsSchema.partial() })).output(changeReceiptSchema),
  /** Moves it to the trash; letters keep their text. */
  remove: procedure.input(versioned).output(changeReceiptSchema),
}
