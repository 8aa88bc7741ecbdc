import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { editedKinds } from './kinds.ts'

const id = z.string().min(1).max(64)

/** What can be edited outside: a letter, or a paper of the register. */
export const targetSchema = z.object({ type: z.enum(['letter', 'document']), id })
export type EditTarget = z.infer<typeof targetSchema>

/** A copy that another program is editing. */
export const editedCopySchema = z.object({
  token: id,
  /** ISO times. */
  since: z.string(),
  lastTakenAt: z.string().nullable(),
  /** How many states were taken back since it was opened. */
  taken: z.number().int(),
  /** Whether another program says that it has the copy open. */
  held: z.boolean(),
  /** What keeps the saved state from being taken back just now; empty for nothing. */
  trouble: z.string(),
})
export type EditedCopyState = z.infer<typeof editedCopySchema>

/** A state that was taken back: a paper of the office, frozen with its hash. */
export const takenVersionSchema = z.object({
  id, number: z.number().int(), version: z.number().int(), kind: z.enum(editedKinds), takenAt: z.string(), takenBy: z.string(), size: z.number().int(), hash: z.string(),
  /** Why it couldn't be read; empty for one that could. */
  note: z.string(),
})
export type TakenVersion = z.infer<typeof takenVersionSchema>

/** „In Word bearbeiten". */
export const roundTripContract = {
  /** What is being edited of this record, and what was taken back, the newest first. */
  state: procedure.input(z.object({ target: targetSchema })).output(z.object({ copy: editedCopySchema.nullable(), versions: z.array(takenVersionSchema) })),
  /**
   * Writes a copy to the place that main has made. Of a letter: the newest state that was taken back, or, with `fresh` or without one, the
   * letter as it stands in the office. `missing`: fields that are marked in it. A finished letter is refused with `invalid`.
   */
  open: procedure
    .input(z.object({ target: targetSchema, grant: z.string().min(1).max(100), fresh: z.boolean().default(false) }))
    .output(z.object({ missing: z.array(z.string()) })),
  /** Writes a state that was taken back to the granted place, to be looked at. */
  write: procedure.input(z.object({ id, grant: z.string().min(1).max(100) })).output(z.void()),
  /** Takes the last saved state back and has the copy wiped. `kept`: it couldn't be read and stays where it is for now. */
  end: procedure.input(z.object({ token: id })).output(z.object({ kept: z.boolean() })),
}
