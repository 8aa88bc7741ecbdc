import { z } from 'zod'
import { cleanLine, cleanText } from '../../correspondence/clean-text.ts'
import { leadUnits } from '../../tasks/lead-time.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const id = z.string().min(1).max(64)

/** A step of a checklist, counted from the day of the event. */
export const checklistItemSchema = z.object({
  id,
  heading: line(120),
  title: line().refine((value) => value !== '', 'Bitte sagen, was zu tun ist.'),
  /** Whom to ask, what the rule is, what it costs to be late. */
  note: z.string().max(5_000).transform(cleanText),
  lead: z.object({ count: z.number().int().min(-600).max(600), unit: z.enum(leadUnits) }),
  /** A permit, or a report to an authority. */
  permit: z.boolean(),
})
export type ChecklistItem = z.infer<typeof checklistItemSchema>

/** A template of a checklist. Lead times vary from town to town: the office changes its own copy. */
export const checklistInputSchema = z.object({
  title: line().refine((value) => value !== '', 'Bitte der Checkliste einen Titel geben.'),
  /** Codes of the kinds of events that it is offered for. */
  kinds: z.array(line(40)).max(40),
  items: z.array(checklistItemSchema).max(200),
})
export type ChecklistInput = z.infer<typeof checklistInputSchema>

/** `id` of one that came with the application begins with `builtin:`; the office's own copy says which it stands for. */
export const checklistSchema = checklistInputSchema.extend({ id, version: z.number().int(), basedOn: z.string(), builtin: z.boolean(), trashed: z.boolean() })
export type Checklist = z.infer<typeof checklistSchema>
