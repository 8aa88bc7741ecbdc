import { z } from 'zod'
import { listMemberSchema } from '../../directory/lists/model.ts'
import { mediaDetailsSchema } from '../../directory/media/model.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import { mailWays } from '../statements/workflow.ts'
import { releaseStates } from './workflow.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const text = (max = 5_000) => z.string().max(max).transform(cleanText)
const day = z.iso.date()
const id = z.string().min(1).max(64)

/** What a person says of a release; its text is a letter of the register. */
export const releaseInputSchema = z.object({
  /** Code of the fields of policy. */
  topic: line(40),
  /** Local minute until which nothing may be published; null for none. */
  embargoAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u, 'Bitte Tag und Uhrzeit der Sperrfrist angeben.').nullable(),
  /** The media list it goes to; empty where none is chosen yet. */
  listId: z.string().max(64),
  followUpOn: day.nullable(),
  note: text(),
})
export type ReleaseInput = z.infer<typeof releaseInputSchema>

/** A quote and whether the person quoted has released it. */
export const quoteSchema = z.object({
  id,
  contactId: id.nullable(),
  name: line().refine((value) => value !== '', 'Bitte angeben, wer zitiert wird.'),
  role: line(),
  text: text(2_000),
  askedOn: day.nullable(),
  grantedOn: day.nullable(),
  refusedOn: day.nullable(),
})
export type Quote = z.infer<typeof quoteSchema>

/** Somebody who got the release. */
export const deliverySchema = z.object({ id, contactId: id.nullable(), name: z.string(), way: z.enum(mailWays), sentOn: day, entry: z.string() })
export type Delivery = z.infer<typeof deliverySchema>

export const releaseSchema = releaseInputSchema.extend({
  id,
  version: z.number().int(),
  letterId: z.string(),
  number: z.string(),
  title: z.string(),
  /** Letter's own state: its text is fixed. */
  final: z.boolean(),
  letterTrashed: z.boolean(),
  state: z.enum(releaseStates),
  submittedOn: z.string().nullable(),
  submittedTo: z.string(),
  releasedOn: z.string().nullable(),
  releasedBy: z.string(),
  returnNote: z.string(),
  sentOn: z.string().nullable(),
  followUpDoneOn: z.string().nullable(),
  trashed: z.boolean(),
  quotes: z.array(quoteSchema),
  deliveries: z.array(deliverySchema),
  clippings: z.array(z.object({ id: z.string(), on: z.string(), mediumName: z.string(), title: z.string() })),
})
export type Release = z.infer<typeof releaseSchema>

export const releaseListItemSchema = releaseSchema.pick({ id: true, number: true, title: true, state: true, embargoAt: true, topic: true, sentOn: true })
  .extend({ date: z.string(), clippings: z.number().int(), openQuotes: z.number().int() })
export type ReleaseListItem = z.infer<typeof releaseListItemSchema>

/** An article, broadcast or post about the office or its work. */
export const clippingInputSchema = z.object({
  on: day,
  mediumId: id.nullable(),
  mediumName: line().refine((value) => value !== '', 'Bitte das Medium angeben.'),
  title: line(500).refine((value) => value !== '', 'Bitte die Überschrift angeben.'),
  authorId: id.nullable(),
  authorName: line(),
  topic: line(40),
  tone: line(40),
  /** Page, broadcast or rubric. */
  place: line(),
  /** Shown as text and never opened: the office has no network. */
  link: line(2_000),
  summary: text(),
  releaseId: id.nullable(),
  followUpOn: day.nullable(),
})
export type ClippingInput = z.infer<typeof clippingInputSchema>

export const clippingSchema = clippingInputSchema.extend({
  id, version: z.number().int(), followUpDoneOn: z.string().nullable(), trashed: z.boolean(), papers: z.number().int(), releaseTitle: z.string(),
})
export type Clipping = z.infer<typeof clippingSchema>

export const clippingListItemSchema = clippingSchema.pick({ id: true, on: true, mediumName: true, title: true, topic: true, tone: true, papers: true })
export type ClippingListItem = z.infer<typeof clippingListItemSchema>

/** A contact of a media list. */
export const mediaMemberSchema = listMemberSchema.pick({ id: true, name: true, kind: true, personName: true, reached: true, channel: true, target: true, problem: true, withheld: true, mayDecide: true })
  .extend({ organisation: z.string(), media: mediaDetailsSchema, clippings: z.number().int() })
export type MediaMember = z.infer<typeof mediaMemberSchema>

/** What the office's own press work begins with. */
export const pressSettingsSchema = z.object({
  /** Boilerplate: who the office is, printed under every release. */
  boilerplate: text(2_000),
  officeId: id.nullable(),
  officeName: line(),
  /** Whom the media ask. */
  contact: text(1_000),
})
export type PressSettings = z.infer<typeof pressSettingsSchema>

/** From day to day (ISO), both included; null is open. */
export const periodSchema = z.object({ from: day.nullable(), to: day.nullable() })
export type Period = z.infer<typeof periodSchema>

const tally = z.array(z.object({ label: z.string(), count: z.number().int() }))
export const pressFiguresSchema = z.object({
  releases: z.number().int(), sent: z.number().int(), clippings: z.number().int(), withRelease: z.number().int(),
  byMedium: tally, byTopic: tally, byTone: tally, byMonth: tally, months: z.array(z.string()),
})
export type PressFigures = z.infer<typeof pressFiguresSchema>

/** A line for the overview. */
export const pressDueSchema = z.object({ id: z.string(), type: z.enum(['press-release', 'clipping']), title: z.string(), detail: z.string(), what: z.string(), urgent: z.boolean() })
export type PressDue = z.infer<typeof pressDueSchema>
