import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { cleanLine, cleanText } from '../correspondence/clean-text.ts'
import { changeReceiptSchema } from '../records/model.ts'

/** What the parts of an event (money, shifts, run sheet …) have in common. */
export const partId = z.string().min(1).max(64)
export const partLine = (max = 300) => z.string().max(max).transform(cleanLine)
export const partText = (max = 2_000) => z.string().max(max).transform(cleanText)
/** Local wall clock time, `18:30`. */
export const partClock = z.iso.time({ precision: -1 })
/** Days from the first day of the event: what is planned moves along with it, its times stay. */
export const partDay = z.number().int().min(-60).max(60)
/** One-time permission to write a file that was chosen in the save dialog. */
export const partGrant = z.string().min(1).max(100)

/** Reading and storing one part of an event. It is stored whole and checked against the version of the event that the window has seen. */
export function partProcedures<Content extends z.ZodType>(content: Content) {
  return {
    get: procedure.input(z.object({ id: partId })).output(z.object({ version: z.number().int(), trashed: z.boolean(), content })),
    save: procedure.input(z.object({ id: partId, version: z.number().int(), content })).output(changeReceiptSchema),
  }
}
