import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { realDay } from '../model.ts'
import { releaseFields, releaseSchema, signingFields } from './model.ts'
import { textKeys, type TextKey } from './texts.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const language = z.string().min(1).max(10)

export const ownTextsSchema = z.object({ language, version: z.number().int(), texts: z.partialRecord(z.enum(textKeys as [TextKey, ...TextKey[]]), z.string().max(600)) })
export type OwnTexts = z.infer<typeof ownTextsSchema>

/** What rests on a release, as it is shown before it is withdrawn. */
export const consequencesSchema = z.object({
  /** Referrals by which something was told. */
  told: z.array(z.object({ referralId: id, date: z.string(), what: z.string() })),
  /** Letters about the client that were finished by it, the newest first. `sentOn`: null as long as one hasn't gone. */
  letters: z.array(z.object({ id, number: z.string(), subject: z.string(), recipientName: z.string(), sentOn: z.string().nullable() })),
  /** Further valid releases for the same office. */
  others: z.number().int(),
})
export type Consequences = z.infer<typeof consequencesSchema>

/** „Entbindungen": releases from secrecy of a case. */
export const releasesContract = {
  ofCase: procedure.input(z.object({ caseId: id })).output(z.array(releaseSchema)),
  create: procedure.input(z.object({ caseId: id, fields: releaseFields })).output(changeReceiptSchema.extend({ id })),
  /** Only as long as it isn't signed: what was signed stays as it is. */
  update: procedure.input(versioned.extend({ fields: releaseFields })).output(changeReceiptSchema),
  sign: procedure.input(versioned.extend({ signing: signingFields })).output(changeReceiptSchema),
  consequences: procedure.input(z.object({ id })).output(consequencesSchema),
  revoke: procedure.input(versioned.extend({ on: realDay, note: z.string().max(1_000) })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** Writes the form for signature. */
  saveForm: procedure
    .input(z.object({ id, grant: z.string().min(1).max(100), language: language.nullable(), format: z.enum(['pdf', 'docx']), withName: z.boolean() }))
    .output(z.void()),
  /** Translations that the office has written itself, one a language. */
  ownTexts: procedure.output(z.array(ownTextsSchema)),
  saveOwnTexts: procedure.input(ownTextsSchema).output(changeReceiptSchema),
}
