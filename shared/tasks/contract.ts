import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema, recordRefSchema } from '../records/model.ts'
import { LAND_CODES } from '../vault/laender.ts'
import { taskFilters, taskInputSchema, taskSchema, taskSheets } from './model.ts'

const id = z.string().min(1).max(64)
const land = z.enum(LAND_CODES)
const day = z.iso.date()
const bulk = z.object({ change: z.string().nullable(), tasks: z.number().int() })

/** „Aufgaben" and Wiedervorlagen of the office. `land` decides which days are holidays. */
export const tasksContract = {
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''),
      filter: z.enum(taskFilters).default('mine'),
      /** Due days, both included. */
      from: day.nullable().default(null),
      to: day.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ tasks: z.array(taskSchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(taskSchema),
  /** All tasks about one record, done ones too, in the order of their checklist and days. */
  ofRecord: procedure.input(recordRefSchema).output(z.array(taskSchema)),
  create: procedure.input(z.object({ fields: taskInputSchema, land })).output(changeReceiptSchema.extend({ id })),
  update: procedure.input(z.object({ id, version: z.number().int(), fields: taskInputSchema.partial(), land })).output(changeReceiptSchema),
  /** Checks tasks off or takes that back; a task that repeats begins its next one. */
  setDone: procedure.input(z.object({ ids: z.array(id).min(1).max(500), done: z.boolean(), land })).output(bulk),
  /** Gives tasks another day. */
  postpone: procedure.input(z.object({ ids: z.array(id).min(1).max(500), to: day, land })).output(bulk),
  remove: procedure.input(z.object({ ids: z.array(id).min(1).max(500) })).output(bulk),
  /** Which of these kinds of records an id is, with its title; null where it is none or lies in the trash. */
  target: procedure.input(z.object({ types: z.array(z.string().min(1).max(64)).max(20), id })).output(recordRefSchema.extend({ title: z.string() }).nullable()),
  /** Writes the list of a day or of the week from Monday on that a day lies in, as PDF. */
  save: procedure.input(z.object({ what: z.enum(taskSheets), on: day, whose: z.enum(['mine', 'all']), grant: z.string().min(1).max(100) })).output(z.void()),
  /** What burns: overdue, due today, and announced. For the overview; `limit` each. */
  burning: procedure.input(z.object({ limit: z.number().int().min(1).max(50) })).output(z.object({ tasks: z.array(taskSchema), overdue: z.number().int(), today: z.number().int() })),
}
