import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'

const contactId = z.string().min(1).max(64)

export const protectedNoteSchema = z.object({
  text: z.string(),
  /** 0 as long as nothing was ever written. */
  version: z.number().int(),
  updatedAt: z.string().nullable(),
})
export type ProtectedNote = z.infer<typeof protectedNoteSchema>

/** What the Leitung keeps to itself about a contact. It lies in counselling.db; every other role gets `forbidden`. */
export const protectedNotesContract = {
  /** The note about a contact; an empty one where none was written. */
  get: procedure.input(z.object({ contactId })).output(protectedNoteSchema),
  /** Stores the note; `conflict` with the note as it is now when it changed since `version`. An empty text is a note no more. */
  save: procedure
    .input(z.object({ contactId, version: z.number().int(), text: z.string().max(20_000).normalize('NFC') }))
    .output(changeReceiptSchema),
  /** Adds texts to the notes about contacts, all of them as one step: remarks of an imported list that are not for everybody. It is taken back together with the import `along`. */
  add: procedure
    .input(z.object({ notes: z.array(z.object({ contactId, text: z.string().max(20_000).normalize('NFC') })).min(1).max(20_000), along: z.string().max(64).optional() }))
    .output(z.object({ change: z.string().nullable() })),
}
