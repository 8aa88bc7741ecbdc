import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'

const id = z.string().min(1).max(64)
const text = z.string()
const ofCase = z.object({ caseId: id })

/** A case as others name it. */
export const caseReferenceSchema = z.object({ id, number: text, alias: text, counsellorName: text })
export type CaseReference = z.infer<typeof caseReferenceSchema>

/** What the log of a case says of one access. */
export const accessKinds = ['identity', 'search', 'deputy', 'offender', 'export'] as const
export const accessEntrySchema = z.object({ id, at: text, personName: text, kind: z.enum(accessKinds), reason: text })
export type AccessEntry = z.infer<typeof accessEntrySchema>

export const grantSchema = z.object({
  id,
  personName: text,
  kind: z.enum(['shared', 'deputy']),
  reason: text,
  /** Last day, ISO. */
  until: text,
  grantedAt: text,
  grantedByName: text,
  endedAt: text.nullable(),
  /** Whether it opens the case today. */
  active: z.boolean(),
})
export type Grant = z.infer<typeof grantSchema>

/** Who may see a case beside its counsellor, and who has opened what of it. */
export const accessContract = {
  /** People who hold the counselling key, without oneself. */
  colleagues: procedure.output(z.array(z.object({ id, name: text }))),
  /** Openings of a case to colleagues, the newest first; the log of accesses for the Leitung alone (null for others). */
  ofCase: procedure.input(ofCase).output(z.object({
    counsellorId: id,
    mayDispose: z.boolean(),
    grants: z.array(grantSchema),
    log: z.array(accessEntrySchema).nullable(),
  })),
  /** „Mitberatung": opens a case to a colleague until a day (at most a year), after which it closes by itself. */
  share: procedure
    .input(ofCase.extend({ personId: id, until: z.iso.date('Bitte den letzten Tag angeben.'), reason: text.trim().max(300).default('') }))
    .output(z.void()),
  /** Ends an opening before its last day. */
  endShare: procedure.input(ofCase.extend({ grantId: id })).output(z.void()),
  /** „Vertretungsfall": opens somebody else's case to oneself until the end of tomorrow. The reason stands in the log. */
  standIn: procedure.input(ofCase.extend({ reason: text.trim().min(5, 'Bitte den Anlass nennen.').max(300) })).output(z.void()),
  /** Gives a case to a colleague for good. */
  handOver: procedure.input(ofCase.extend({ personId: id, version: z.number().int() })).output(changeReceiptSchema),
  /** Closes a case on a day with a result, or opens it again (null); `invalid` unless `deadlinesSeen` names every open deadline of it. */
  close: procedure
    .input(ofCase.extend({ version: z.number().int(), closing: z.object({ on: z.iso.date(), result: text.min(1, 'Bitte ein Ergebnis wählen.').max(40) }).nullable(), deadlinesSeen: z.array(id).default([]) }))
    .output(changeReceiptSchema),
}
