import { z } from 'zod'
import { LAND_CODES } from '../../vault/laender.ts'
import { eventStates } from '../catalogue.ts'

const id = z.string().min(1).max(64)
const day = z.iso.date()

/** Largest calendar file that is read; a calendar of ten years has less. */
export const maxCalendarBytes = 10 * 1024 * 1024
/** Events that one import brings at most. */
export const maxImported = 1_000

/** Which events go out. Ideas stay in the office but where they are chosen one by one. */
export const exportSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('events'), ids: z.array(id).min(1).max(2_000) }),
  z.object({ kind: z.literal('series'), id }),
  z.object({ kind: z.literal('period'), from: day, to: day }),
  /** Office hours, meetings and action days of the office's own calendar; those that repeat as rules. */
  z.object({ kind: z.literal('office'), from: day, to: day, land: z.enum(LAND_CODES) }),
])
export type ExportSource = z.infer<typeof exportSourceSchema>

/** What an export holds, and what it doesn't. */
export const exportSummarySchema = z.object({
  events: z.number().int(),
  cancelled: z.number().int(),
  withoutDay: z.number().int(),
  ideas: z.number().int(),
  /** Numbers and addresses of people who haven't agreed to be published, left out of texts. */
  privateDetails: z.number().int(),
})
export type ExportSummary = z.infer<typeof exportSummarySchema>

/** How a calendar file is taken over. */
export const importOptionsSchema = z.object({
  /** Days between which entries are taken, both included; what repeats is written out between them. */
  from: day,
  to: day,
  /** Kind of what names none in its categories. */
  kind: z.string().min(1).max(40),
  state: z.enum(eventStates),
  seriesId: id.nullable(),
  /** Descriptions of others' calendars may hold what isn't meant for the public. */
  description: z.enum(['note', 'programme', 'none']),
}).refine(({ from, to }) => from <= to, { path: ['to'], message: 'Das Ende liegt vor dem Beginn.' })
export type ImportOptions = z.infer<typeof importOptionsSchema>

/**
 * What becomes of an entry: a new event; a known one that the calendar has changed since; one that is as it was; one that can't be
 * taken over; one that repeats what the office has planned under another name.
 */
export const importFates = ['new', 'changed', 'same', 'twin', 'unusable'] as const
export type ImportFate = (typeof importFates)[number]

export const importItemSchema = z.object({
  /** Names the item within this file. */
  key: z.string(),
  fate: z.enum(importFates),
  /** Why it can't be taken over; empty otherwise. */
  reason: z.string(),
  title: z.string(),
  startsOn: z.string().nullable(),
  startsAt: z.string().nullable(),
  endsOn: z.string().nullable(),
  endsAt: z.string().nullable(),
  place: z.string(),
  calendar: z.string(),
  /** It comes from an entry that repeats. */
  repeats: z.boolean(),
  cancelled: z.boolean(),
  /** What was done to make it fit, in German. */
  notes: z.array(z.string()),
  changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
  /** The event that is changed, or that it repeats. */
  eventId: z.string().nullable(),
})
export type ImportItem = z.infer<typeof importItemSchema>

export const importPreviewSchema = z.object({
  calendars: z.array(z.object({ name: z.string(), entries: z.number().int() })),
  items: z.array(importItemSchema),
  /** Entries outside the chosen days. */
  outside: z.number().int(),
  /** What of the file is never taken over, in German. */
  remarks: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>
