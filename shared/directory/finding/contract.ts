import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { contactGroupings, contactSelectionSchema } from '../list.ts'
import { bulkChangeSchema, bulkPreviewSchema } from './bulk.ts'
import { contactViewSchema, viewInputSchema } from './views.ts'

const id = z.string().min(1).max(64)
const receipt = z.object({ change: z.string().nullable() })
const bulk = z.object({ ids: z.array(id).min(1).max(10_000), changes: bulkChangeSchema })

/** Finding in „Kontakte": groups of a list, similar spellings, saved views, and changing many at once. */
export const findingContract = {
  /** The groups of a list with how many contacts each has. */
  groups: procedure
    .input(z.object({ selection: contactSelectionSchema, by: z.enum(contactGroupings) }))
    .output(z.array(z.object({ key: z.string(), total: z.number().int() }))),
  /** How many contacts would be found with one letter changed in a word, and the words by which, as they are written there. */
  similar: procedure
    .input(contactSelectionSchema)
    .output(z.object({ total: z.number().int(), words: z.array(z.string()) })),
  /** How many contacts a list has. */
  count: procedure.input(contactSelectionSchema).output(z.number().int()),
  /** What filters offer: every place of the list, every title of a role. */
  offers: procedure.output(z.object({ places: z.array(z.string()), roles: z.array(z.string()) })),
  /** The person's own views and those of the office, in alphabetical order. */
  views: procedure.output(z.array(contactViewSchema)),
  /** Stores a view, a new one without `id`; `conflict` when it changed since `version`. */
  saveView: procedure
    .input(z.object({ id: id.optional(), version: z.number().int().optional(), view: viewInputSchema }))
    .output(receipt.extend({ id })),
  removeView: procedure.input(z.object({ id })).output(receipt),
  /** Says what `changeMany` would do. Changes nothing. */
  previewMany: procedure.input(bulk).output(bulkPreviewSchema),
  /** Changes many contacts as one step; those in the trash are passed over. */
  changeMany: procedure.input(bulk).output(receipt.extend({ contacts: z.number().int() })),
}
