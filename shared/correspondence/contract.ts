import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { phrasesSchema } from './phrases.ts'
import { templatesContract } from './templates/contract.ts'
import { registerContract } from './register/contract.ts'
import { dispatchContract } from './dispatch/contract.ts'
import { roundTripContract } from './round-trip/contract.ts'
import { statementsContract, versionsContract } from './statements/contract.ts'
import { letterFieldsSchema, letterListItemSchema, letterSchema, letterSorts, letterStatuses } from './letter.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })

/** What the window can ask of „Schreiben". */
export const correspondenceContract = {
  templates: templatesContract,
  statements: statementsContract,
  versions: versionsContract,
  register: registerContract,
  roundTrip: roundTripContract,
  dispatch: dispatchContract,
  /** A page of the register. `query` looks for beginnings of words in everything that the letters say. */
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''),
      status: z.enum(letterStatuses).nullable().default(null),
      sort: z.enum(letterSorts).default('number'),
      descending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ letters: z.array(letterListItemSchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(letterSchema),
  /** Begins a letter with the next number of the year, to a contact or to nobody yet; without a template in form B. */
  create: procedure.input(z.object({ recipientId: id.nullable().default(null), template: id.optional() })).output(changeReceiptSchema.extend({ id })),
  /** Stores the fields given; a finished letter is refused with `invalid`. */
  update: procedure.input(versioned.extend({ fields: letterFieldsSchema.partial() })).output(changeReceiptSchema),
  /** Finishes a letter, or takes it up again. */
  setStatus: procedure.input(versioned.extend({ status: z.enum(letterStatuses) })).output(changeReceiptSchema),
  /** Moves a letter to the trash; its number stays taken. */
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** Address and salutation for a letter to this contact, as they are now. */
  recipient: procedure
    .input(z.object({ contactId: id }))
    .output(letterFieldsSchema.pick({ recipientId: true, recipientName: true, addressLines: true, salutation: true })),
  /** Closings, salutations and notes to choose from. */
  phrases: procedure.output(phrasesSchema),
  /** Writes the letter as DOCX to the file that was chosen in the save dialog. Says which fields were missing and are marked in it. */
  saveDocx: procedure.input(z.object({ id, grant: z.string().min(1).max(100) })).output(z.object({ missing: z.array(z.string()) })),
}
