import { z } from 'zod'
import { procedure } from '../../contract-base.ts'

const id = z.string().min(1).max(64)
const grant = z.string().min(1).max(100)

/** What can be put on paper: a letter, the letters of a run that go by post, a register of a year (null: of all years). */
export const printedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('letter'), id }),
  z.object({ kind: z.literal('run'), id }),
  z.object({ kind: z.literal('register'), direction: z.enum(['in', 'out']), year: z.int().nullable() }),
])
export type Printed = z.infer<typeof printedSchema>

/** Whose addresses go on envelopes. */
export const addressedSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('letter'), id }), z.object({ kind: z.literal('run'), id })])
export type Addressed = z.infer<typeof addressedSchema>

export const envelopeForms = ['pdf', 'docx'] as const
export type EnvelopeForm = (typeof envelopeForms)[number]

/** „Drucken" and envelopes. */
export const printContract = {
  /** As what it can be written: PDF, or DOCX where nothing on this computer can make a PDF of it. */
  form: procedure.input(printedSchema).output(z.object({ form: z.enum(['pdf', 'docx']) })),
  /** Writes it to the granted file. */
  write: procedure.input(z.object({ what: printedSchema, grant })).output(z.void()),
  /** Writes envelopes in the size of the envelope, a page each; letters to the same address share one. Says how many. */
  envelopes: procedure
    .input(z.object({ of: addressedSchema, envelope: z.string().max(20), form: z.enum(envelopeForms), grant }))
    .output(z.object({ envelopes: z.int() })),
  /**
   * How many envelopes there are, how many letters lie in the envelope of another to the same address, and lines of addresses that are too
   * wide for the window of an envelope, wherever the letter slides in it.
   */
  window: procedure.input(addressedSchema).output(z.object({ envelopes: z.int(), repeated: z.int(), hidden: z.array(z.object({ name: z.string(), line: z.string() })) })),
}
