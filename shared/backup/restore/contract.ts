import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { comparisonSchema, restorableSchema, stateSourceSchema } from './model.ts'

/** Bringing back an earlier state, from the open office and from the lock screen. */
export const restoreContract = {
  /** Everything that could be brought back, the newest first. */
  sources: procedure.output(z.array(restorableSchema)),
  /** Looks for sets in a folder that the person has chosen. @returns how many were found */
  choose: procedure.input(z.object({ grant: z.string() })).output(z.object({ found: z.int() })),
  /**
   * Opens a state with a passphrase or the recovery key of then, copies it beside the present one, opens the copy, reads all of it, and compares.
   * Nothing of the present state is changed.
   */
  prepare: procedure
    .input(z.object({ source: stateSourceSchema, personId: z.string().nullable(), secret: z.string().min(1, 'Bitte ausfüllen.').max(500) }))
    .output(comparisonSchema),
  progress: procedure.output(z.object({ done: z.number(), total: z.number() }).nullable()),
  /** Decides the switch to the prepared state. While the office is open it happens after locking. */
  switch: procedure.output(z.object({ done: z.boolean() })),
  /** Takes the prepared copy away. */
  discard: procedure.output(z.void()),
}
