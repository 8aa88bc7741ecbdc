import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { sideSchema } from '../records/model.ts'

const form = z.object({
  side: sideSchema,
  /** Which form of which record, e.g. `contact:new` or `consultation:0199…`. */
  form: z.string().min(1).max(200),
})

/** Unsaved text of forms. It lies in the database that the form belongs to, so a lock or a crash loses nothing. */
export const draftsContract = {
  load: procedure.input(form).output(z.object({ value: z.unknown(), updatedAt: z.string() }).nullable()),
  save: procedure.input(form.extend({ value: z.unknown() })).output(z.object({ updatedAt: z.string() })),
  discard: procedure.input(form).output(z.void()),
  /** All kept drafts of this person, the newest first. */
  list: procedure.output(z.array(form.extend({ updatedAt: z.string() }))),
}
