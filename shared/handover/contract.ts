import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { cleanText } from '../correspondence/clean-text.ts'

const id = z.string().min(1).max(64)
const text = z.string()
const day = text.nullable()

const item = z.object({ id, title: text, on: day, note: text })
export type HandoverItem = z.infer<typeof item>

/** What somebody leaves: each with the day that matters next. */
export const leftWorkSchema = z.object({
  tasks: z.array(item),
  statements: z.array(item),
  events: z.array(item),
  series: z.array(item),
  /** Bodies and networks of the contacts. */
  bodies: z.array(item),
  /** Contacts with whom there were dealings lately, those with most first; `on` is the last day. */
  contacts: z.array(item),
})
export type LeftWork = z.infer<typeof leftWorkSchema>

const ids = z.array(id).max(2_000)

/** What the assistant has gathered; the dossier is written from it. */
export const handoverPlanSchema = z.object({
  leaverId: id,
  leaverName: text.trim().min(1).max(200),
  /** Null for somebody who has no access to the office yet. */
  successorId: id.nullable(),
  successorName: text.trim().max(200).transform(cleanText).refine((value) => value !== '', 'Bitte die Nachfolge angeben.'),
  on: z.iso.date('Bitte den Tag angeben.'),
  /** Words of the leaver at the beginning. */
  introduction: z.string().max(10_000).transform(cleanText),
  tasks: ids, statements: ids, events: ids, series: ids, bodies: ids, contacts: ids,
  /** What to know of a contact or body, by its id. */
  notes: z.record(id, z.string().max(2_000).transform(cleanText)),
  /** Codes of what was ticked in the checklist of the talk. */
  ticked: z.array(z.string().max(40)).max(100),
})
export type HandoverPlan = z.infer<typeof handoverPlanSchema>

export const dossierFormats = ['pdf', 'docx'] as const
const grant = z.string().min(1).max(100)

/** „Übergabe": the office part, when the officer changes. For the Leitung alone. */
export const handoverContract = {
  /** What a person is responsible for, and whom the office deals with. */
  leftWork: procedure.input(z.object({ leaverId: id })).output(leftWorkSchema),
  /** Gives open tasks, statements and events to another person, in one step that can be undone. */
  reassign: procedure
    .input(z.object({ leaverId: id, successorId: id, tasks: ids, statements: ids, events: ids }))
    .output(z.object({ change: z.string().nullable(), tasks: z.number().int(), statements: z.number().int(), events: z.number().int() })),
  /** Writes the office part of the dossier. */
  save: procedure.input(z.object({ plan: handoverPlanSchema, format: z.enum(dossierFormats), grant })).output(z.void()),
}
