import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { cleanText } from '../../correspondence/clean-text.ts'
import { dossierFormats } from '../../handover/contract.ts'

const id = z.string().min(1).max(64)
const text = z.string()
const day = text.nullable()
const successorName = text.trim().min(1, 'Bitte die Nachfolge angeben.').max(200)

/** Purpose of the release by which a client agrees to the handover; by this and the name of the successor it is recognised. */
export const handoverPurpose = 'Übergabe der Beratung an die Nachfolge'

/** Whether a client has agreed: not asked · prepared for signature · given · withdrawn or over; or nothing may be told (Art. 18 DSGVO). */
export const consentStates = ['none', 'prepared', 'given', 'ended', 'restricted'] as const
export type ConsentState = (typeof consentStates)[number]

export const leftCaseSchema = z.object({
  id, number: text, alias: text, openedOn: text, lastContact: text, lastTopic: text,
  /** The open deadline that ends first, and how many there are. */
  nextDeadline: day,
  deadlines: z.number().int(),
  consent: z.enum(consentStates),
  /** The release that says so. */
  releaseId: id.nullable(),
})
export type LeftCase = z.infer<typeof leftCaseSchema>

export const casePlanSchema = z.object({
  leaverId: id,
  leaverName: text.trim().min(1).max(200),
  successorName,
  on: z.iso.date('Bitte den Tag angeben.'),
  /** What to know of a case, by its id. */
  notes: z.record(id, z.string().max(4_000).transform(cleanText)),
})
export type CasePlan = z.infer<typeof casePlanSchema>

/** `dossier`: cases with consent. `ask`: for the leaver, whom to ask. */
export const casePapers = ['dossier', 'ask'] as const

/** „Übergabe": the part of the counselling. Only for the Leitung; it never leaves this side. */
export const handoverContract = {
  /** Open cases of a person, each with where its consent stands; those with a deadline first. */
  cases: procedure.input(z.object({ leaverId: id, successorName: text.trim().max(200) })).output(z.array(leftCaseSchema)),
  /** Prepares a release for signature in each of these cases that has none. */
  prepare: procedure.input(z.object({ caseIds: z.array(id).min(1).max(500), successorName, until: z.iso.date() })).output(z.object({ prepared: z.number().int() })),
  /** Gives cases with consent to a colleague who holds the counselling key, in one step. `invalid` for one without consent. */
  give: procedure.input(z.object({ caseIds: z.array(id).min(1).max(500), leaverId: id, personId: id })).output(z.object({ change: z.string().nullable(), cases: z.number().int() })),
  /** Writes a paper: to print, or sealed in an encrypted archive. */
  save: procedure
    .input(z.object({ plan: casePlanSchema, what: z.enum(casePapers), format: z.enum(dossierFormats), grant: z.string().min(1).max(100), passphrase: z.string().max(200).nullable() }))
    .output(z.void()),
}
