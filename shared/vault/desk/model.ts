import { z } from 'zod'

/** One desk for several people: who sits at it, who asks for it, who only looks on. */

/** A copy of the office that is only looked at. */
export const viewingSchema = z.object({
  /** Time of the state that is shown. */
  at: z.string(),
  /** Who has the office open, where and since when; null when nobody had. */
  holder: z.object({ person: z.string(), host: z.string(), since: z.string() }).nullable(),
})
export type Viewing = z.infer<typeof viewingSchema>

/** What the holder has answered to somebody who asks for the desk; `none` as long as the other program hasn't noticed. */
export const releaseAnswers = ['none', 'seen', 'soon', 'locking'] as const
export type ReleaseAnswer = (typeof releaseAnswers)[number]

/** Who sits at the desk, as the lock screen shows it. */
export const occupancySchema = z.object({
  /** `person`: somebody works; `backup` and `restore`: the program itself; `unknown`: it can't be read who. */
  state: z.enum(['free', 'person', 'backup', 'restore', 'unknown']),
  host: z.string(),
  person: z.string(),
  role: z.string(),
  since: z.string().nullable(),
  /** True when it is this very computer. */
  here: z.boolean(),
  /** Seconds until it may be taken over because no sign of life came; 0 when it may, null while signs of life come. */
  takeOverIn: z.number().int().nullable(),
  /** The own request for the desk. */
  asked: z.object({ at: z.string(), answer: z.enum(releaseAnswers), freed: z.boolean() }).nullable(),
  /** Share of the copy for looking on that has been made, null while none is made. */
  copied: z.number().min(0).max(1).nullable(),
})
export type Occupancy = z.infer<typeof occupancySchema>

/** Somebody who asks for the desk, as the holder sees them. */
export const deskRequestSchema = z.object({ id: z.string(), person: z.string(), host: z.string(), at: z.string(), answer: z.enum(releaseAnswers) })
export type DeskRequest = z.infer<typeof deskRequestSchema>

/** How an open office stands to its folder and to others. */
export const standingSchema = z.object({
  /** Since when the folder can't be reached, null while it can. */
  awaySince: z.string().nullable(),
  requests: z.array(deskRequestSchema),
  /** For who only looks on: nobody has the office open any more. */
  freed: z.boolean(),
})
export type Standing = z.infer<typeof standingSchema>
