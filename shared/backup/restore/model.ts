import { z } from 'zod'
import { personSchema } from '../../vault/contract.ts'
import { countsSchema } from '../model.ts'

/** Where a state to be restored lies: a set at one of the places, or a state that a restoration had moved aside. */
export const stateSourceSchema = z.object({ place: z.enum(['own', 'second', 'chosen', 'replaced']), id: z.string().min(1).max(80) })
export type StateSource = z.infer<typeof stateSourceSchema>

/** A state as the list shows it, from what stands in it in clear. */
export const restorableSchema = z.object({
  source: stateSourceSchema,
  /** When it was made or moved aside. */
  at: z.string(),
  bytes: z.number(),
  officeName: z.string(),
  people: z.array(personSchema),
  /** German; why it can't be restored, null when nothing speaks against it. */
  trouble: z.string().nullable(),
})
export type Restorable = z.infer<typeof restorableSchema>

/** One side of a state, counted. */
export const sideFactsSchema = z.object({ counts: countsSchema, lastChange: z.string().nullable() })
export type SideFacts = z.infer<typeof sideFactsSchema>

/** What a state holds beside what the office holds now; null where nobody can look. */
export const comparisonSchema = z.object({
  at: z.string(),
  officeName: z.string(),
  people: z.array(personSchema),
  restored: z.object({ office: sideFactsSchema, counselling: sideFactsSchema }),
  present: z.object({ office: sideFactsSchema, counselling: sideFactsSchema }).nullable(),
  /** Whether there is a present state at all; on a new computer there is none. */
  replaces: z.boolean(),
})
export type Comparison = z.infer<typeof comparisonSchema>
