import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { caseReferenceSchema } from '../access/contract.ts'

const text = z.string()
const code = z.string().regex(/^K-[0-9A-F]{4,8}$/u)

/** Why two cases may be in each other's way. */
export const conflictReasons = {
  'client-opposed': 'Eine Person dieses Falls ist in einem anderen Fall die Gegenseite.',
  'opposing-counselled': 'Die Gegenseite wird möglicherweise schon in diesem Büro beraten.',
  known: 'Eine Person dieses Falls wird möglicherweise schon in einem anderen Fall beraten.',
} as const
export type ConflictReason = keyof typeof conflictReasons

export const conflictSchema = z.object({
  /** „Kennung": names the finding without saying anything of the other case. */
  code,
  reason: z.enum(Object.keys(conflictReasons) as [ConflictReason, ...ConflictReason[]]),
  settled: z.boolean(),
})
export type Conflict = z.infer<typeof conflictSchema>

/** The check for conflicts of interest. It warns; what the other case is only the Leitung learns. */
export const conflictsContract = {
  /** Compares the people of a case with those of all others; gives findings, whoever counsels the other case. */
  ofCase: procedure.input(z.object({ caseId: z.string().min(1).max(64) })).output(z.array(conflictSchema)),
  /** For the Leitung: the two cases behind a code. */
  lookUp: procedure.input(z.object({ code })).output(z.object({ conflict: conflictSchema, cases: z.array(caseReferenceSchema), note: text })),
  /** For the Leitung: notes what was decided; the warning goes. */
  settle: procedure.input(z.object({ code, note: text.trim().min(3, 'Bitte die Entscheidung notieren.').max(300) })).output(z.void()),
}
