import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { contactSchema } from '../contact.ts'
import { contactKinds, salutations } from '../model.ts'
import { certainties, doubts, reasons } from './certainty.ts'
import { mergeChoices } from '../../merge/values.ts'
import { mergeFields, type MergeField } from './merge-fields.ts'

const id = z.string().min(1).max(64)
const fieldNames = Object.keys(mergeFields) as [MergeField, ...MergeField[]]

/** One of two contacts that look alike, as a list shows it. */
const twinSchema = z.object({
  id,
  kind: z.enum(contactKinds),
  name: z.string(),
  /** Department, or the organisation of a current role, and the place. */
  detail: z.string(),
  place: z.string(),
})

const findingSchema = z.object({ certainty: z.enum(certainties), reasons: z.array(z.enum(reasons)), doubts: z.array(z.enum(doubts)) })
export const decisions = ['different', 'later'] as const

const pairSchema = findingSchema.extend({ id: z.string(), one: twinSchema, other: twinSchema, decision: z.enum(decisions).nullable() })
const countsSchema = z.object({ sure: z.number().int(), likely: z.number().int(), possible: z.number().int(), later: z.number().int() })

/** Which pairs a list shows: open ones of a certainty or all of them, or those put off. */
export const pairGroups = ['open', ...certainties, 'later'] as const

/** A contact as the form has it while somebody types: what isn't there yet is empty. */
const typedSchema = z.object({
  kind: z.enum(contactKinds),
  name: z.string().max(300).default(''),
  shortName: z.string().max(100).default(''),
  department: z.string().max(300).default(''),
  familyName: z.string().max(200).default(''),
  givenNames: z.string().max(200).default(''),
  formerNames: z.string().max(300).default(''),
  title: z.string().max(100).default(''),
  salutation: z.enum(salutations).default('none'),
  addresses: z.array(z.object({ street: z.string().max(200), postalCode: z.string().max(20), place: z.string().max(200), country: z.string().max(2).optional() })).max(20).default([]),
  channels: z.array(z.object({ kind: z.string().max(20), value: z.string().max(300) })).max(50).default([]),
})

const mergeEntrySchema = z.object({
  id,
  at: z.string(),
  by: z.string(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  kept: twinSchema.nullable(),
  merged: twinSchema.nullable(),
  links: z.number().int(),
})

/** Finding contacts that are there twice, deciding on them, making them one and taking that back. */
export const duplicatesContract = {
  /** Contacts that the one being typed may be, the likeliest first; at most five. */
  similar: procedure
    .input(z.object({ contact: typedSchema, except: id.optional() }))
    .output(z.array(findingSchema.extend({ contact: twinSchema }))),
  /** Looks through the whole stock and tells how far it is. Ending the stream early stops it. */
  scan: procedure.output(eventIterator(z.discriminatedUnion('state', [
    z.object({ state: z.literal('running'), done: z.number().int(), total: z.number().int() }),
    z.object({ state: z.literal('done'), counts: countsSchema }),
  ]))),
  /** How many pairs await a decision; `null` as long as nobody has looked. A small stock is looked through at once. */
  counts: procedure.output(countsSchema.nullable()),
  /** A page of the pairs, the surest first. */
  pairs: procedure
    .input(z.object({ group: z.enum(pairGroups), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(100) }))
    .output(z.object({ pairs: z.array(pairSchema), total: z.number().int() })),
  /** Both contacts with everything that the comparison shows. */
  compare: procedure
    .input(z.object({ one: id, other: id }))
    .output(z.object({
      one: contactSchema, other: contactSchema, finding: findingSchema.nullable(),
      /** How many roles, letters, lists … name each of them. */
      links: z.object({ one: z.number().int(), other: z.number().int() }),
      superiors: z.record(z.string(), z.string()),
    })),
  /** Remembers what somebody decided of a pair, for good; `null` forgets it. */
  decide: procedure
    .input(z.object({ one: id, other: id, decision: z.enum(decisions).nullable() }))
    .output(z.object({ change: z.string().nullable() })),
  /** Pairs that were called different, the last decided first. */
  decided: procedure.output(z.array(z.object({ id: z.string(), one: twinSchema, other: twinSchema, at: z.string(), by: z.string() }))),
  /** Makes two contacts one. `conflict` when one of them changed since it was read. */
  merge: procedure
    .input(z.object({
      keep: z.object({ id, version: z.number().int() }), other: z.object({ id, version: z.number().int() }),
      choices: z.partialRecord(z.enum(fieldNames), z.enum(mergeChoices)),
    }))
    .output(z.object({ change: z.string().nullable(), links: z.number().int() })),
  /** The contacts that live on in one since they were merged; for what is kept under a contact's id where a merge can't move it. */
  absorbed: procedure.input(z.object({ id })).output(z.array(z.string())),
  /** Merges, the newest first; of one contact, or all. */
  merges: procedure.input(z.object({ contact: id.optional() })).output(z.array(mergeEntrySchema)),
  /** Takes a merge back, also long after, as one step. Tells which later edits stood in the way and stayed. */
  undoMerge: procedure
    .input(z.object({ id }))
    .output(z.object({ change: z.string().nullable(), restored: id, edited: z.array(z.enum(fieldNames)), links: z.number().int(), movedOn: z.number().int() })),
}

export type Twin = z.infer<typeof twinSchema>
export type DuplicatePair = z.infer<typeof pairSchema>
export type PairGroup = typeof pairGroups[number]
export type PairCounts = z.infer<typeof countsSchema>
export type Decision = typeof decisions[number]
export type TypedContact = z.infer<typeof typedSchema>
export type Similar = z.infer<typeof findingSchema> & { contact: Twin }
export type MergeEntry = z.infer<typeof mergeEntrySchema>
