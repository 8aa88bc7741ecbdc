import { z } from 'zod'
import { eventInputSchema } from '../model.ts'

const id = z.string().min(1).max(64)

/** What is looked at to find clashes; nothing else of an event matters. */
export const clashDraftSchema = eventInputSchema.pick({
  kind: true, state: true, startsOn: true, startsAt: true, endsOn: true, endsAt: true, venueId: true, roomId: true, placeText: true, fallbackPlace: true, targetGroup: true, topic: true,
  responsibleId: true, responsibleName: true,
})
export type ClashDraft = z.infer<typeof clashDraftSchema>

/**
 * `hard`: two events can't both be where they are. `soft`: worth a thought: the same people are wanted, or the day is a special one.
 */
export const clashSeverities = ['hard', 'soft'] as const
export type ClashSeverity = (typeof clashSeverities)[number]

/** One clash: with another event, or with what the day is. */
export const clashSchema = z.object({
  /** Names the clash for good: another day, another event or another weight makes it a new one that nobody has accepted. */
  key: z.string().min(1).max(200),
  severity: z.enum(clashSeverities),
  /** The other event; null where the day itself is the reason. */
  other: z.object({ id, title: z.string(), startsOn: z.string(), startsAt: z.string().nullable(), endsAt: z.string().nullable(), place: z.string() }).nullable(),
  /** The name of the feast or holiday; empty where it is another event. */
  title: z.string(),
  /** German sentences, the weightiest first. */
  reasons: z.array(z.string()),
  /** Who took it on knowingly. */
  accepted: z.object({ note: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type Clash = z.infer<typeof clashSchema>

/** A clash in a series: between two events of it, with one outside, or with the day. Each pair stands once. */
export const seriesClashSchema = z.object({
  event: z.object({ id, title: z.string(), startsOn: z.string(), startsAt: z.string().nullable(), endsAt: z.string().nullable(), place: z.string() }),
  clash: clashSchema,
})
export type SeriesClash = z.infer<typeof seriesClashSchema>
