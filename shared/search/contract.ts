import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { recordRefSchema, sideSchema } from '../records/model.ts'

export const searchHitSchema = z.object({
  side: sideSchema,
  record: recordRefSchema,
  title: z.string(),
  subtitle: z.string(),
  line: z.string(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

/** Global search (Strg+K) over all records that the person may see. */
export const searchContract = {
  find: procedure
    .input(z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }))
    .output(z.array(searchHitSchema)),
  /** What would be found with one letter changed in a word, and the words that were meant, as they are written there. */
  similar: procedure
    .input(z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }))
    .output(z.object({ hits: z.array(searchHitSchema), words: z.array(z.string()) })),
}
