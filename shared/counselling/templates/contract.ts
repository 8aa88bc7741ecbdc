import { z } from 'zod'
import supplied from '../../../resources/counselling/note-templates.json' with { type: 'json' }
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'

const id = z.string().min(1).max(64)
const templateFields = z.object({
  name: z.string().trim().min(1, 'Bitte einen Namen angeben.').max(80, 'Höchstens 80 Zeichen.'),
  text: z.string().min(1, 'Die Vorlage ist leer.').max(10_000, 'Höchstens 10.000 Zeichen.'),
})

export const noteTemplateSchema = templateFields.extend({ id, version: z.number().int() })
export type NoteTemplate = z.infer<typeof noteTemplateSchema>

/** Templates that come with the application. */
export const suppliedTemplates: readonly { id: string; name: string; text: string }[] = supplied.templates

/** The office's own templates of notes. */
export const templatesContract = {
  list: procedure.output(z.array(noteTemplateSchema)),
  create: procedure.input(templateFields).output(changeReceiptSchema.extend({ id })),
  remove: procedure.input(z.object({ id, version: z.number().int() })).output(changeReceiptSchema),
}
