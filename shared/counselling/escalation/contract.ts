import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { realDay } from '../model.ts'
import { certainties, entryFields, entryKinds, escalationContactSchema, escalationFields, escalationListItemSchema, escalationSchema, type Certainty, type EntryKind } from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const reason = z.string().trim().min(1, 'Bitte den Grund angeben.').max(500)
const entryRef = z.object({ id, entryId: id, revision: z.number().int() })

/** What can be written of a situation: the note for the file, or its log alone. */
export const escalationPapers = { note: 'Lagevermerk', chronology: 'Chronologie' } as const
export type EscalationPaper = keyof typeof escalationPapers

const filter = z.object({
  kind: z.enum(Object.keys(entryKinds) as [EntryKind, ...EntryKind[]]).nullable(),
  certainty: z.enum(Object.keys(certainties) as [Certainty, ...Certainty[]]).nullable(),
  query: z.string().max(200),
})

/** „Lagen“: running logs of escalating situations in a place. They belong to no case; who has the counselling key reads them. */
export const escalationContract = {
  /** All of them, those that go on first, then by their last entry. */
  list: procedure.output(z.array(escalationListItemSchema)),
  get: procedure.input(z.object({ id })).output(escalationSchema),
  /** Begins a log with its first entry. */
  create: procedure.input(z.object({ fields: escalationFields, first: entryFields })).output(changeReceiptSchema.extend({ id, number: z.string() })),
  update: procedure.input(versioned.extend({ fields: escalationFields.partial() })).output(changeReceiptSchema),
  addEntry: procedure.input(z.object({ id, fields: entryFields })).output(changeReceiptSchema),
  /** Puts another wording in the place of an entry; the former one stays in the log. `conflict` when it was corrected meanwhile. */
  correctEntry: procedure.input(entryRef.extend({ fields: entryFields, reason })).output(changeReceiptSchema),
  /** Says that an entry no longer holds; it stays in the log. */
  withdrawEntry: procedure.input(entryRef.extend({ reason })).output(changeReceiptSchema),
  /** Ends the log, or takes it up again. */
  close: procedure.input(versioned.extend({ closing: z.object({ on: realDay, note: z.string().max(2_000) }).nullable() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  saveContact: procedure.input(z.object({ id, contact: escalationContactSchema })).output(changeReceiptSchema),
  removeContact: procedure.input(z.object({ id, contactId: id })).output(changeReceiptSchema),
  /** Says that an incident belongs to the situation. */
  linkIncident: procedure.input(z.object({ id, incidentId: id })).output(changeReceiptSchema),
  unlinkIncident: procedure.input(z.object({ id, linkId: id })).output(changeReceiptSchema),
  /** Writes the note or the chronology to the granted file; `corrections`: with every former wording. */
  save: procedure
    .input(z.object({ id, paper: z.enum(['note', 'chronology']), format: z.enum(['docx', 'pdf']), corrections: z.boolean(), filter, grant: id.max(100) }))
    .output(z.object({ entries: z.number().int() })),
}
