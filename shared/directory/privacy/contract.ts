import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { purposeSchema } from '../dealings/purposes.ts'
import {
  contactPrivacySchema, destructionInputSchema, destructionPlanSchema, destructionSchema, erasureReasonSchema, privacyOfficeSchema, reviewGroups, reviewItemSchema,
} from './model.ts'

const id = z.string().min(1).max(64)
const ids = z.array(id).min(1).max(500)
const grant = z.string().min(1).max(100)
const reason = z.string().trim().min(3, 'Bitte den Grund nennen.').max(500)
/** A purpose as it is given to several contacts. Its rules on dates are checked for each; zod can't pick fields of a schema with such rules. */
const { purpose, legalBasis, consentOn, consentUntil, reviewOn, evidence } = purposeSchema.shape
const assignedPurpose = z.object({ purpose, legalBasis, consentOn, consentUntil, reviewOn, evidence })
const done = z.object({ change: z.string().nullable(), contacts: z.number().int() })

/** Data protection of contacts: who has to be looked at, what a contact may demand, and what is gone for good. */
export const privacyContract = {
  review: procedure
    .input(z.object({ group: z.enum(reviewGroups), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(100) }))
    .output(z.object({ items: z.array(reviewItemSchema), counts: z.record(z.enum(reviewGroups), z.number().int()) })),
  get: procedure.input(z.object({ id })).output(contactPrivacySchema),
  /** Gives contacts a purpose, all of them as one step. */
  assignPurpose: procedure.input(z.object({ ids, purpose: assignedPurpose })).output(done),
  /** Keeps contacts off the list until a day, with the reason. */
  postpone: procedure.input(z.object({ ids, until: z.iso.date(), reason })).output(done),
  /** First step of destruction: proposes it, with the reason. */
  propose: procedure.input(z.object({ ids, reason: erasureReasonSchema, note: z.string().trim().max(500).default('') })).output(done),
  withdraw: procedure.input(z.object({ ids })).output(done),
  /** Restricts the processing of a contact (Art. 18 DSGVO), or lifts the restriction. */
  restrict: procedure.input(z.object({ id, reason: reason.nullable() })).output(done),
  /** What depends on contacts that are to be destroyed. */
  plan: procedure.input(z.object({ ids })).output(destructionPlanSchema),
  /** Second step: destroys contacts that were proposed. `forbidden` for Assistenz. Can't be undone. */
  destroy: procedure.input(destructionInputSchema).output(z.object({ contacts: z.number().int(), letters: z.number().int() })),
  /** What was destroyed, the last first. */
  destructions: procedure.output(z.array(destructionSchema)),
  office: procedure.output(z.object({ version: z.number().int(), office: privacyOfficeSchema })),
  saveOffice: procedure.input(z.object({ version: z.number().int(), office: privacyOfficeSchema })).output(changeReceiptSchema),
  /** What the information sheet of a contact would lack. */
  gaps: procedure.input(z.object({ id })).output(z.array(z.string())),
  /**
   * Writes the information sheet as DOCX. `source` is where the data come from (Art. 14 DSGVO), null when the contact gave
   * them (Art. 13). What is missing is marked and never invented.
   */
  saveInformation: procedure.input(z.object({ id, source: z.string().trim().max(500).nullable(), grant })).output(z.void()),
  /** Notes on which day the contact was informed. */
  markInformed: procedure.input(z.object({ id, day: z.iso.date() })).output(done),
  /** Writes everything the office holds of a contact (Art. 15 DSGVO), to read as DOCX or for machines as JSON. */
  saveAccess: procedure.input(z.object({ id, format: z.enum(['docx', 'json']), grant })).output(z.void()),
}
