import { z } from 'zod'
import { countsSchema } from '../model.ts'

/** What a test restoration showed. */
export const probeSchema = z.object({
  at: z.string(),
  /** The set that was restored for the test, when it was made, and the checksum of its manifest, which holds those of all its files. */
  setId: z.string(),
  setAt: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  seconds: z.number(),
  /** Null when the set came back whole; else what was wrong, German. */
  trouble: z.string().nullable(),
  counts: z.object({ office: countsSchema, counselling: countsSchema }).nullable(),
})
export type Probe = z.infer<typeof probeSchema>
