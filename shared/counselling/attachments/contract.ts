import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { maxPaperBytes, paperKinds, type PaperKind } from '../../attachments/kinds.ts'

const id = z.string().min(1).max(64)
const text = z.string()

export const attachmentSchema = z.object({
  id,
  version: z.number().int(),
  caseId: id,
  name: text,
  kind: z.enum(Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]),
  /** Bytes. */
  size: z.number().int(),
  note: text,
  addedOn: text,
  addedByName: text,
})
export type Attachment = z.infer<typeof attachmentSchema>

/** „Unterlagen": papers of a case, inside the database. Bytes cross the port as base64 in pieces. */
export const attachmentsContract = {
  ofCase: procedure.input(z.object({ caseId: id })).output(z.array(attachmentSchema)),
  /** Begins with a file for a case. */
  begin: procedure
    .input(z.object({ caseId: id, name: text.max(255), size: z.number().int().min(1, 'Die Datei ist leer.').max(maxPaperBytes, 'Die Datei ist größer als 25 MB.') }))
    .output(z.object({ token: id })),
  append: procedure.input(z.object({ token: id, content: z.base64().max(1_500_000) })).output(z.void()),
  /** Puts the whole file into the case. `invalid` with a reason for what isn't taken. */
  finish: procedure.input(z.object({ token: id })).output(changeReceiptSchema.extend({ id })),
  update: procedure
    .input(z.object({ id, version: z.number().int(), name: text.trim().min(1, 'Bitte einen Namen angeben.').max(120), note: text.max(1000) }))
    .output(changeReceiptSchema),
  remove: procedure.input(z.object({ id, version: z.number().int() })).output(changeReceiptSchema),
  /** A piece of the content, for the preview. */
  piece: procedure.input(z.object({ id, position: z.number().int().min(0) })).output(z.object({ content: text, last: z.boolean() })),
  /** Writes the content to a file that main has granted: for another program, or where the person chose. */
  write: procedure.input(z.object({ id, grant: text.min(1).max(100), viewing: z.boolean().default(false) })).output(z.void()),
}
