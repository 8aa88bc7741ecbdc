import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { residenceSchema, residenceShape } from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })

/** A title that is in force, with the case that it belongs to. */
export const radarEntrySchema = residenceSchema.extend({ caseNumber: z.string(), alias: z.string(), counsellorName: z.string() })
export type RadarEntry = z.infer<typeof radarEntrySchema>

/** The history of residence titles, and which of them end soon. */
export const residenceContract = {
  /** The history of a case, for each person the newest first. */
  ofCase: procedure.input(z.object({ caseId: id })).output(z.array(residenceSchema)),
  get: procedure.input(z.object({ id })).output(residenceSchema),
  /** The newest title of each person that ends before `until` or is valid without a date, the first to end first. */
  radar: procedure
    .input(z.object({ mine: z.boolean().default(true), until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }))
    .output(z.array(radarEntrySchema)),
  create: procedure.input(z.object({ caseId: id, fields: residenceShape })).output(changeReceiptSchema.extend({ id })),
  update: procedure.input(versioned.extend({ fields: residenceShape.partial() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
}
