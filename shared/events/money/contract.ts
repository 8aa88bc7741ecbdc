import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { partGrant, partId, partProcedures } from '../part.ts'
import { sourceKinds } from './catalogue.ts'
import { eventMoneySchema } from './model.ts'

const plan = { plannedCents: z.number().int(), actualCents: z.number().int() }

/** „Geld" of an event. */
export const moneyContract = {
  ...partProcedures(eventMoneySchema),
  /** How many papers lie with each receipt that has some. */
  papers: procedure.input(z.object({ id: partId })).output(z.record(z.string(), z.number().int())),
  /** The budgets of a series, event by event, and by kind of source. */
  ofSeries: procedure.input(z.object({ seriesId: partId })).output(z.object({
    events: z.array(z.object({ id: z.string(), title: z.string(), startsOn: z.string().nullable(), expense: z.object(plan), income: z.object(plan) })),
    bySource: z.array(z.object({ kind: z.enum(sourceKinds), ...plan, usedCents: z.number().int() })),
    expense: z.object(plan), income: z.object(plan),
  })),
  /** Writes the Verwendungsnachweis of one source, or of all, to the granted file. */
  saveProof: procedure.input(z.object({ id: partId, sourceId: partId.nullable(), format: z.enum(['docx', 'xlsx']), grant: partGrant })).output(z.void()),
}
