import { z } from 'zod'

/** What all letters of a series say: what an earlier letter says, or a text of their own. */
export const serialPatternSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('letter'), id: z.string().min(1).max(64) }),
  z.object({
    kind: z.literal('text'),
    subject: z.string().trim().min(1, 'Bitte einen Betreff eintragen.').max(2_000),
    text: z.string().trim().min(1, 'Bitte einen Text eintragen.').max(50_000),
  }),
])

/** One file with all letters, or one for each. */
export const serialFiles = ['one', 'each'] as const

export type SerialPattern = z.infer<typeof serialPatternSchema>
export type SerialFiles = typeof serialFiles[number]
