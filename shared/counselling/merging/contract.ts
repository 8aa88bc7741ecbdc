import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { mergeChoices } from '../../merge/values.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { storedDeadlineSchema } from '../deadlines/stored.ts'
import { caseSubject } from '../household/model.ts'
import { caseFields } from '../model.ts'
import { caseParts, identityParts, subjectParts } from './fields.ts'

const id = z.string().min(1).max(64)
const text = z.string()
const read = z.object({ id, version: z.number().int() })
const chosen = <Parts extends Record<string, unknown>>(parts: Parts) =>
  z.partialRecord(z.enum(Object.keys(parts) as [keyof Parts & string, ...(keyof Parts & string)[]]), z.enum(mergeChoices)).default({})

/** A case as it stands before a merge. */
export const mergeSideSchema = z.object({
  ...caseFields.shape,
  id,
  version: z.number().int(),
  number: text,
  counsellorName: text,
  anonymous: z.boolean(),
  closed: z.boolean(),
  subject: caseSubject,
  /** Whether its identity card holds anything; what stands there is read by opening it. */
  identity: z.boolean(),
  deadlines: z.array(storedDeadlineSchema),
  /** Colleagues to whom it is open today. */
  openTo: z.array(text),
})
export type MergeSide = z.infer<typeof mergeSideSchema>

export const mergeEntrySchema = z.object({ id, mergedId: id, number: text, alias: text, at: text, byName: text })
export type MergeEntry = z.infer<typeof mergeEntrySchema>

/** „Zusammenführen": the same person was entered as two cases. */
export const mergingContract = {
  /** Both cases, and what of the other one moves, by German names. `invalid` for cases that can't become one. */
  preview: procedure
    .input(z.object({ keep: id, other: id }))
    .output(z.object({ keep: mergeSideSchema, other: mergeSideSchema, moves: z.array(z.object({ label: text, count: z.number().int() })) })),
  /**
   * Makes two cases one, as one step that Strg+Z and the history take back. Everything of the other one moves; its number is still found.
   * `invalid` unless `deadlinesSeen` names every open deadline of the other case. Where both have an identity card, `openings` prove that
   * this person has opened both.
   */
  merge: procedure
    .input(z.object({
      keep: read,
      other: read,
      choices: z.object({ case: chosen(caseParts), subject: chosen(subjectParts), identity: chosen(identityParts) }),
      openings: z.object({ keep: id, other: id }).nullable(),
      deadlinesSeen: z.array(id).default([]),
    }))
    .output(changeReceiptSchema),
  /** Cases that live on in this one, the last merged first. */
  ofCase: procedure.input(z.object({ caseId: id })).output(z.array(mergeEntrySchema)),
}
