import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import {
  archiveOfferSchema, blackeningSchema, casePrivacySchema, casePurposeSchema, correctionSchema, destructionRecordSchema, disposalItemSchema, disposalPlanSchema,
  dossierTextSchema, holdSchema, objectionSchema, ownPeriodSchema, practiceSchema, privacyDetailsSchema, proposalSchema, restrictionSchema, reviewGroups, targetSchema,
} from './model.ts'
import { isKnown } from './rules.ts'

const id = z.string().min(1).max(64)
const ofCase = z.object({ caseId: id })
const grant = z.string().min(1).max(100)
const note = z.string().trim().max(500)
const targets = z.array(targetSchema).min(1).max(200)
const dossier = z.array(dossierTextSchema)

/** Data protection of cases. */
export const privacyContract = {
  ofCase: procedure.input(ofCase).output(casePrivacySchema),
  saveDetails: procedure.input(ofCase.extend({ details: privacyDetailsSchema.partial() })).output(changeReceiptSchema),
  savePurpose: procedure.input(ofCase.extend({ purpose: casePurposeSchema })).output(changeReceiptSchema),
  removePurpose: procedure.input(ofCase.extend({ id })).output(changeReceiptSchema),
  /** Revokes a consent from a day on; answers what follows from it. */
  revoke: procedure
    .input(ofCase.extend({ id, on: z.iso.date(), way: z.string().trim().max(200).default('') }))
    .output(changeReceiptSchema.extend({ consequences: z.array(z.string()) })),
  saveCorrection: procedure.input(ofCase.extend({ correction: correctionSchema })).output(changeReceiptSchema),
  /** Restricts a case (Art. 18 DSGVO): from then on it is only looked at; null lifts it. */
  restrict: procedure.input(ofCase.extend({ restriction: restrictionSchema.nullable() })).output(changeReceiptSchema),
  /** Notes an objection (Art. 21 DSGVO) with its weighing; null takes it out. */
  object: procedure.input(ofCase.extend({ objection: objectionSchema.nullable() })).output(changeReceiptSchema),
  /** Stops the destruction of a case. */
  hold: procedure.input(ofCase.extend({ hold: holdSchema })).output(changeReceiptSchema),
  liftHold: procedure.input(ofCase.extend({ id })).output(changeReceiptSchema),
  /** What is to be looked at, and how many each group has; without a group the first that has something in it. */
  review: procedure
    .input(z.object({ group: z.enum(reviewGroups).nullable(), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(100) }))
    .output(z.object({ group: z.enum(reviewGroups), items: z.array(disposalItemSchema), counts: z.record(z.enum(reviewGroups), z.number().int()) })),
  /** First step of destruction. */
  propose: procedure
    .input(z.object({ targets, mode: z.enum(['destroy', 'anonymise']), reason: z.string().refine((value) => isKnown('reasons', value), 'Bitte den Grund wählen.'), note: note.default('') }))
    .output(z.void()),
  /** What was proposed for one record; null for nothing. */
  proposed: procedure.input(z.object({ target: targetSchema })).output(proposalSchema.nullable()),
  withdraw: procedure.input(z.object({ targets })).output(z.void()),
  /** What the archive says of proposed cases. */
  offerArchive: procedure.input(z.object({ caseIds: z.array(id).min(1).max(200), offer: archiveOfferSchema })).output(z.void()),
  /** Writes the list for the archive as PDF: number, kind, years, extent; no names. */
  saveArchiveList: procedure.input(z.object({ caseIds: z.array(id).min(1).max(200), grant })).output(z.void()),
  plan: procedure.input(z.object({ targets })).output(disposalPlanSchema),
  /**
   * Second step: destroys what was proposed, by somebody else than whoever proposed it; where nobody else has the key, by the same
   * person from the next day on and with a written statement. `forbidden`, `invalid` with what stands against it. Can't be undone.
   */
  destroy: procedure.input(z.object({ targets, statement: note.default('') })).output(z.object({ record: z.string() })),
  /** The signed record of what was destroyed, the last first, and whether the whole chain is sound. */
  records: procedure.output(z.object({ records: z.array(destructionRecordSchema), sound: z.boolean(), fingerprint: z.string() })),
  saveRecord: procedure.input(z.object({ number: z.string().max(40), grant })).output(z.void()),
  practice: procedure.output(z.object({ version: z.number().int(), practice: practiceSchema, periods: z.array(ownPeriodSchema.extend({ setOn: z.string(), setBy: z.string() })) })),
  savePractice: procedure.input(z.object({ version: z.number().int(), practice: practiceSchema })).output(changeReceiptSchema),
  /** Puts a period of the office's own in place of the default; null goes back to that. Leitung only. */
  savePeriod: procedure.input(z.object({ code: z.string().max(40), period: ownPeriodSchema.nullable() })).output(changeReceiptSchema),
  /** What the information sheet would lack. */
  gaps: procedure.output(z.array(z.string())),
  /** Writes the information sheet as PDF; `source` is where the data come from (Art. 14 DSGVO), null when the person gave them. */
  saveInformation: procedure.input(z.object({ caseId: id.nullable(), source: z.string().trim().max(300).nullable(), grant })).output(z.void()),
  /** Everything the counselling side holds of a case, text by text, and a digest of it. The opening stands in the log. */
  dossier: procedure
    .input(ofCase.extend({ reason: z.string().trim().min(3, 'Bitte den Anlass nennen.').max(300) }))
    .output(z.object({ digest: z.string(), texts: dossier, names: z.array(z.string()), papers: z.array(z.object({ id, name: z.string(), size: z.number().int() })) })),
  /** Writes dossier (PDF and JSON) and the chosen papers into a folder, blackened as reviewed; `conflict` when the case has changed since. */
  saveDossier: procedure
    .input(ofCase.extend({
      digest: z.string().max(100), blackened: z.array(blackeningSchema).max(5000), papers: z.array(id).max(1000), paperReason: note,
      identityCheck: z.string().trim().min(3, 'Bitte angeben, wie die Identität geprüft wurde.').max(300), grant,
    }))
    .output(z.object({ files: z.number().int(), leftOut: z.number().int() })),
}
