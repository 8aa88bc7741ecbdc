import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { directiveInputSchema, directiveItemSchema, openDirectiveSchema } from './model.ts'

const id = z.string().min(1).max(64)

/** „Verfügung": its numbered items, once it is carried out. */
export const directivesContract = {
  /** The items of a Verfügung; none before it is carried out. */
  of: procedure.input(z.object({ letterId: id })).output(z.array(directiveItemSchema)),
  /**
   * Carries a Verfügung out in one go: it is finished, its items become letters, tasks and follow-ups, and it goes into its Vorgang.
   * `invalid` for what is carried out already.
   */
  carryOut: procedure.input(z.object({ letterId: id, version: z.number().int(), items: z.array(directiveInputSchema).min(1).max(40) })).output(changeReceiptSchema),
  /** Says that an item is done („gef. am / Hz."), or isn't. */
  setDone: procedure.input(z.object({ item: id, done: z.boolean(), remark: z.string().trim().max(1_000).default('') })).output(changeReceiptSchema),
  /** Gives an item another day. */
  postpone: procedure.input(z.object({ item: id, dueOn: z.iso.date().nullable() })).output(changeReceiptSchema),
  /** What waits for the person who asks, the earliest first, and how many there are. */
  mine: procedure.input(z.object({ limit: z.number().int().min(1).max(50) })).output(z.object({ items: z.array(openDirectiveSchema), total: z.number().int() })),
}
