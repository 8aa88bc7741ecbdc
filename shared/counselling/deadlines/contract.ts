import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { realDay } from '../model.ts'
import { datingSchema, deadlineOwner, deadlineTexts, doneSchema, storedDeadlineSchema } from './stored.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const grant = z.string().min(1).max(100)

/** `mine`: what the person is responsible for, by itself or by the case. */
export const deadlineScopes = ['mine', 'all'] as const
export type DeadlineScope = (typeof deadlineScopes)[number]

const scope = z.enum(deadlineScopes).default('mine')

/** Deadlines of cases, of anonymous consultations and of neither. */
export const deadlinesContract = {
  /** All open ones, the first to end first. Those of a case in the trash stay here until they are decided. */
  open: procedure.input(z.object({ scope })).output(z.array(storedDeadlineSchema)),
  /** The ones that were done, the last done first, and how many there are. */
  done: procedure
    .input(z.object({ scope, limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.object({ deadlines: z.array(storedDeadlineSchema), total: z.number().int() })),
  /** All of a case, or of a consultation without a case. */
  of: procedure.input(deadlineOwner).output(z.array(storedDeadlineSchema)),
  get: procedure.input(z.object({ id })).output(storedDeadlineSchema),
  /** Stores a deadline; what can be computed is computed anew by the office process. */
  create: procedure
    .input(z.object({ owner: deadlineOwner, texts: deadlineTexts, dating: datingSchema }))
    .output(changeReceiptSchema.extend({ id, number: z.string() })),
  update: procedure.input(versioned.extend({ texts: deadlineTexts.partial() })).output(changeReceiptSchema),
  /** Gives it another date; a four-eyes check that was made is open again. */
  redate: procedure.input(versioned.extend({ dating: datingSchema })).output(changeReceiptSchema),
  /** Puts it under another case, or under none. */
  move: procedure.input(versioned.extend({ caseId: id.nullable() })).output(changeReceiptSchema),
  /** Confirms the date; by whoever set it only after a while, with a reason, and named as such. */
  confirm: procedure.input(versioned.extend({ dueOn: realDay, reason: z.string().max(500) })).output(changeReceiptSchema),
  finish: procedure.input(versioned.extend({ done: doneSchema })).output(changeReceiptSchema),
  reopen: procedure.input(versioned).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** Writes the „Fristenbuch“ of a period as DOCX: what ended in it or was entered or done in it, with every change. */
  saveBook: procedure.input(z.object({ from: realDay, to: realDay, grant })).output(z.object({ count: z.number().int() })),
  /** Writes the „Fristzettel“ for the client as DOCX, with room for a second language if wanted. */
  saveSlip: procedure.input(z.object({ id, grant, bilingual: z.boolean() })).output(z.void()),
  /** Writes the person's own open deadlines as iCalendar, without names. */
  saveCalendar: procedure.input(z.object({ grant, caseNumbers: z.boolean() })).output(z.object({ count: z.number().int() })),
}
