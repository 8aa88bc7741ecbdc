import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { caseReferenceSchema } from '../access/contract.ts'
import { identityFields } from './model.ts'

const id = z.string().min(1).max(64)
const reason = z.string().trim().max(300, 'Höchstens 300 Zeichen.')

export const openedIdentitySchema = z.object({
  /** Proof of the opening; changes are taken only with it. */
  opening: id,
  /** 0 as long as nothing was entered. */
  version: z.number().int(),
  fields: identityFields,
})
export type OpenedIdentity = z.infer<typeof openedIdentitySchema>

/** „Identität": who is behind an alias. Nothing here reads without leaving a line in the log. */
export const identityContract = {
  /** Opens the card and notes who did so, when and why. */
  open: procedure.input(z.object({ caseId: id, reason: reason.default('') })).output(openedIdentitySchema),
  /** Stores the fields given. Needs an opening by the same person; quick further changes become one step. */
  save: procedure
    .input(z.object({ caseId: id, opening: id, version: z.number().int(), fields: identityFields.partial() }))
    .output(changeReceiptSchema),
  /** Keeps a case without identity, or with one again. Refused while the card holds something. */
  setAnonymous: procedure.input(z.object({ caseId: id, anonymous: z.boolean() })).output(changeReceiptSchema),
  /**
   * Cases of a person by name, date of birth, telephone number or e-mail address. The log of each case found says who looked and why.
   */
  find: procedure
    .input(z.object({
      name: z.string().trim().max(200, 'Höchstens 200 Zeichen.').default(''),
      birthDate: z.string().trim().max(20, 'Bitte als 12.3.1988, 3.1988 oder 1988 angeben.').default(''),
      reason: reason.min(3, 'Bitte den Anlass nennen. Er steht im Protokoll jedes gefundenen Falls.'),
    }))
    .output(z.array(caseReferenceSchema)),
}
