import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { copyKeySchema } from './copies/model.ts'
import { dispatchContract } from './dispatch/contract.ts'
import { editedLetterSchema, letterFieldsSchema, letterSchema, letterStatuses } from './letter.ts'
import { pagesSchema } from './pages/model.ts'
import { roundTripContract } from './round-trip/contract.ts'
import { versionsContract } from './statements/contract.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })

/**
 * What can be done with one letter, whichever side of the vault it lies on: letters of the register and letters about clients are
 * written at the same desk.
 */
export const letterDeskContract = {
  versions: versionsContract,
  roundTrip: roundTripContract,
  dispatch: dispatchContract,
  get: procedure.input(z.object({ id })).output(letterSchema),
  /** Stores the fields given; a finished letter is refused with `invalid`. */
  update: procedure.input(versioned.extend({ fields: editedLetterSchema.partial() })).output(changeReceiptSchema),
  /** Finishes a letter, or takes it up again. */
  setStatus: procedure.input(versioned.extend({ status: z.enum(letterStatuses) })).output(changeReceiptSchema),
  /** Moves a letter to the trash; its number stays taken. */
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** Address and salutation for a letter to this contact, as they are now. */
  recipient: procedure
    .input(z.object({ contactId: id }))
    .output(letterFieldsSchema.pick({ recipientId: true, recipientName: true, addressLines: true, salutation: true, way: true })),
  /** Writes a copy of the letter (the first recipient's unless another is chosen) as DOCX to the file that was chosen in the save dialog. Says which fields were missing and are marked in it. */
  saveDocx: procedure.input(z.object({ id, grant: z.string().min(1).max(100), copy: copyKeySchema.optional() })).output(z.object({ missing: z.array(z.string()) })),
  /** The pages of a copy of a letter; `fields` are what is being written and isn't stored yet. */
  pages: procedure.input(z.object({ letterId: id, copy: copyKeySchema.optional(), fields: editedLetterSchema.optional() })).output(pagesSchema),
}
