import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { partGrant, partId, partProcedures } from '../part.ts'
import { shiftsSchema } from './model.ts'

export const shiftSheets = ['by-shift', 'by-person'] as const
export type ShiftSheet = (typeof shiftSheets)[number]

/** „Schichten" of an event. */
export const shiftsContract = {
  ...partProcedures(shiftsSchema),
  /** Persons for a shift: who has helped before, volunteers, then all others; `why` says what puts somebody first. */
  helpers: procedure.input(z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(50) }))
    .output(z.array(z.object({ id: z.string(), name: z.string(), subtitle: z.string(), why: z.string() }))),
  /** Writes the plan by shift or by person. */
  savePlan: procedure.input(z.object({ id: partId, what: z.enum(shiftSheets), format: z.enum(['pdf', 'xlsx']), grant: partGrant })).output(z.void()),
}
