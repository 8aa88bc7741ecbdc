import { z } from 'zod'
import { encounterKinds } from './encounters.ts'

const id = z.string().min(1).max(64)

/** What comes from the side of letters. */
const writtenKinds = ['letter', 'statement', 'mail'] as const

/** Whether an entry is something in writing and no meeting. */
export function isWritten(kind: HistoryItem['kind']): kind is (typeof writtenKinds)[number] {
  return (writtenKinds as readonly string[]).includes(kind)
}

/** One line of what the office and a contact had to do with each other, wherever it comes from. */
export const historyItemSchema = z.object({
  /** Unique within the list. */
  key: z.string(),
  /** The day it took place, ISO. */
  day: z.string(),
  /** What it is: a way of meeting entered by hand, or something in writing. */
  kind: z.enum([...encounterKinds, ...writtenKinds]),
  title: z.string(),
  text: z.string(),
  /** Who of the office it was. */
  authorName: z.string(),
  /** The contact it was with, where that isn't the one asked for but a person of it. */
  contactId: id,
  contactName: z.string(),
  /** The record to open, such as a letter; `null` for an entry that stands here in full. */
  record: z.object({ type: z.string(), id }).nullable(),
})

export type HistoryItem = z.infer<typeof historyItemSchema>
