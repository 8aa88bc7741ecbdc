import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { contactSchema } from './contact.ts'
import { dealingsContract } from './dealings/contract.ts'
import { duplicatesContract } from './duplicates/contract.ts'
import { findingContract } from './finding/contract.ts'
import { importContract } from './import/contract.ts'
import { listsContract } from './lists/contract.ts'
import { contactGroups, contactListItemSchema, contactQuerySchema } from './list.ts'
import { outputContract } from './output/contract.ts'
import { contactInputSchema, roleSchema, tagSchema } from './model.ts'
import { networkContract } from './network/contract.ts'
import { privacyContract } from './privacy/contract.ts'

const id = z.string().min(1).max(64)

/** What the window can ask of „Kontakte". */
export const directoryContract = {
  dealings: dealingsContract,
  finding: findingContract,
  network: networkContract,
  privacy: privacyContract,
  lists: listsContract,
  output: outputContract,
  duplicates: duplicatesContract,
  /** A page of the list. `query` looks for the beginnings of words in everything that the contacts say. */
  list: procedure
    .input(contactQuerySchema)
    .output(z.object({
      contacts: z.array(contactListItemSchema),
      total: z.number().int(),
      /** True where the search found more than it shows. */
      capped: z.boolean(),
    })),
  /** How many contacts each group has. */
  counts: procedure.output(z.record(z.enum(contactGroups), z.number().int())),
  /** One contact, also from the trash. */
  get: procedure.input(z.object({ id })).output(contactSchema),
  create: procedure.input(z.object({ contact: contactInputSchema })).output(changeReceiptSchema.extend({ id })),
  /** Stores the whole contact; `conflict` with the contact as it is now when it changed since `version`. */
  update: procedure
    .input(z.object({ id, version: z.number().int(), contact: contactInputSchema }))
    .output(changeReceiptSchema),
  /** Moves contacts to the trash, all of them as one step. */
  remove: procedure
    .input(z.object({ ids: z.array(id).min(1).max(10_000) }))
    .output(z.object({ change: z.string().nullable(), removed: z.number().int() })),
  /** All tags in use, in alphabetical order. */
  tags: procedure.output(z.array(z.string())),
  /** Gives tags to contacts and takes others off, all of it as one step. */
  changeTags: procedure
    .input(z.object({ ids: z.array(id).min(1).max(10_000), add: z.array(tagSchema).max(20), remove: z.array(tagSchema).max(20) }))
    .output(z.object({ change: z.string().nullable(), contacts: z.number().int() })),
  /** Notes that the contacts were checked on a day, all of them as one step. */
  markChecked: procedure
    .input(z.object({ ids: z.array(id).min(1).max(10_000), day: z.iso.date() }))
    .output(z.object({ change: z.string().nullable(), checked: z.number().int() })),
  /** Adds a role of a person in an organisation, or changes the one with this id. */
  saveRole: procedure.input(z.object({ role: roleSchema })).output(z.object({ change: z.string().nullable() })),
  /** Takes a role off that was entered by mistake; a role that has ended gets its end day instead. */
  removeRole: procedure.input(z.object({ id })).output(z.object({ change: z.string().nullable() })),
  /** „Importieren“. */
  import: importContract,
}
