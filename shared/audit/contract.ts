import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { auditCheckSchema, auditEntrySchema, auditFilterSchema, auditPurposeSchema, auditRetention, markProofSchema } from './model.ts'

/** The log of one database. */
const sideContract = {
  /** Opens the log of everybody for the rest of the session, for an occasion that is entered itself. `forbidden` for all but the Leitung. */
  open: procedure.input(z.object({ purpose: auditPurposeSchema })).output(z.void()),
  /** Entries, the newest first. `forbidden` with `scope: 'all'` unless it was opened. */
  list: procedure
    .input(auditFilterSchema.extend({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.object({ entries: z.array(auditEntrySchema), total: z.number().int() })),
  /** Walks through the whole chain and compares it with every anchor outside of it. */
  check: procedure.output(auditCheckSchema),
  /** Whether the mark of an earlier print is that of an entry of this log. */
  prove: procedure.input(z.object({ mark: z.string().max(100) })).output(markProofSchema),
  /** Writes the chosen entries with the result of the check. It is entered itself. */
  save: procedure.input(auditFilterSchema.extend({ format: z.enum(['pdf', 'csv']), grant: z.string().min(1).max(100) })).output(z.void()),
}

/** The tamper-evident log. Each database has its own, so that whoever can't open the counselling can't read what happened there. */
export const auditContract = {
  /** Whether the person may open the log of everybody, for what it is open now, who stands in it, and how long entries are kept. */
  standing: procedure.output(z.object({
    mayRead: z.boolean(),
    open: z.object({ office: z.string().nullable(), counselling: z.string().nullable() }),
    months: z.number().int(),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  })),
  /** Sets how long entries are kept, in months. `forbidden` for all but the Leitung. */
  setRetention: procedure.input(z.object({ months: z.number().int().min(auditRetention.least).max(auditRetention.most) })).output(z.void()),
  office: sideContract,
  counselling: sideContract,
}
