import { z } from 'zod'
import { cleanLine, cleanText } from '../correspondence/clean-text.ts'
import { recordRefSchema } from '../records/model.ts'
import { leadUnits } from './lead-time.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const id = z.string().min(1).max(64)

/** What a person says of a task. The day is what was asked for; the office moves it off days on which nobody works. */
export const taskInputSchema = z.object({
  title: line().refine((value) => value !== '', 'Bitte sagen, was zu tun ist.'),
  note: z.string().max(5_000).transform(cleanText),
  /** The heading of a checklist that it stands under. */
  heading: line(120),
  wantedOn: z.iso.date().nullable(),
  /** Days before from which it is announced. */
  noticeDays: z.number().int().min(0).max(365),
  /** An iCalendar RRULE value without DTSTART, e.g. `FREQ=MONTHLY;BYDAY=1MO`; empty for once. */
  repeat: z.string().max(200),
  assigneeId: id.nullable(),
  assigneeName: line(),
  record: recordRefSchema.nullable(),
  /** The distance to the date of its record that moves it along; null for a day of its own. */
  lead: z.object({ count: z.number().int().min(-600).max(600), unit: z.enum(leadUnits) }).nullable(),
  permit: z.boolean(),
})
export type TaskInput = z.infer<typeof taskInputSchema>

/** A task as it is kept. */
export const taskSchema = taskInputSchema.extend({
  id,
  version: z.number().int(),
  /** The working day on which it is due. */
  dueOn: z.string().nullable(),
  givenById: z.string(),
  givenByName: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.string(),
  position: z.number().int(),
  /** Title of the record that it is about; empty where there is none or it is gone. */
  recordTitle: z.string(),
  trashed: z.boolean(),
})
export type Task = z.infer<typeof taskSchema>

/** A task without anything said of it yet. */
export const emptyTask: TaskInput = {
  title: '', note: '', heading: '', wantedOn: null, noticeDays: 0, repeat: '', assigneeId: null, assigneeName: '', record: null, lead: null, permit: false,
}

export const taskFilters = ['mine', 'given', 'open', 'overdue', 'done'] as const
export type TaskFilter = (typeof taskFilters)[number]

/** Lists on paper. */
export const taskSheets = ['day', 'week'] as const
export type TaskSheet = (typeof taskSheets)[number]
