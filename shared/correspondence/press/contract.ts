import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { mediaDetailsSchema } from '../../directory/media/model.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { mailWays } from '../statements/workflow.ts'
import {
  clippingInputSchema, clippingListItemSchema, clippingSchema, mediaMemberSchema, periodSchema, pressDueSchema, pressFiguresSchema, pressSettingsSchema, quoteSchema,
  releaseInputSchema, releaseListItemSchema, releaseSchema,
} from './model.ts'
import { releaseActions } from './workflow.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const receiptWithId = changeReceiptSchema.extend({ id })
const page = { query: z.string().max(200).default(''), descending: z.boolean().default(true), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }
const grant = z.string().min(1).max(100)

/** Press releases. */
const releasesContract = {
  list: procedure.input(z.object({ ...page, sort: z.enum(['date', 'title', 'state', 'embargo']).default('date') }))
    .output(z.object({ releases: z.array(releaseListItemSchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(releaseSchema),
  /** Begins a release and the letter that is its text. */
  create: procedure.input(z.object({ title: z.string().trim().min(1, 'Bitte eine Überschrift eintragen.').max(2_000), topic: z.string().max(40), embargoAt: releaseInputSchema.shape.embargoAt })).output(receiptWithId.extend({ letterId: id })),
  /** Stores the fields given. An embargo can't be changed once the text is fixed. */
  update: procedure.input(versioned.extend({ fields: releaseInputSchema.partial() })).output(changeReceiptSchema),
  /** Replaces the quotes; only those released are printed. */
  setQuotes: procedure.input(versioned.extend({ quotes: z.array(quoteSchema).max(20) })).output(changeReceiptSchema),
  act: procedure.input(versioned.extend({ action: z.enum(releaseActions), by: z.string().trim().max(300).default(''), on: z.iso.date().nullable().default(null), note: z.string().max(2_000).default('') })).output(changeReceiptSchema),
  /** Says that the follow-up is done, or isn't. */
  setFollowUp: procedure.input(versioned.extend({ done: z.boolean() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** The release that a letter is the text of; null if none. */
  ofLetter: procedure.input(z.object({ letterId: id })).output(z.object({ id, embargoAt: z.string().nullable(), state: releaseSchema.shape.state }).nullable()),
  /** Who would get it now and who not, and what makes the attachment. */
  plan: procedure.input(z.object({ id, listId: id, despite: z.boolean() })).output(z.object({
    email: z.array(z.object({ id, name: z.string(), target: z.string() })),
    otherwise: z.array(z.object({ id, name: z.string(), reason: z.string() })),
    attachment: z.enum(['pdf', 'docx']),
    /** Labels of what is missing in its text. */
    missing: z.array(z.string()),
  })),
  /** Writes the mail draft with all addresses in BCC, enters it into the Postausgang and notes who gets it. */
  send: procedure.input(versioned.extend({ listId: id, without: z.array(id).max(1_000), despite: z.boolean(), embargoSeen: z.boolean(), grant }))
    .output(changeReceiptSchema.extend({ recipients: z.number().int(), entry: z.string(), attachment: z.enum(['pdf', 'docx']) })),
  /** Notes that others got it on another way. */
  noteDelivery: procedure.input(versioned.extend({ recipients: z.array(z.object({ contactId: id.nullable(), name: z.string().trim().min(1).max(300) })).min(1).max(500), way: z.enum(mailWays), on: z.iso.date(), embargoSeen: z.boolean() })).output(changeReceiptSchema),
}

/** „Pressespiegel". */
const clippingsContract = {
  list: procedure.input(z.object({ ...page, ...periodSchema.shape, sort: z.enum(['date', 'medium', 'title', 'topic']).default('date') }))
    .output(z.object({ clippings: z.array(clippingListItemSchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(clippingSchema),
  create: procedure.input(z.object({ fields: clippingInputSchema, files: z.array(id).max(20) })).output(receiptWithId),
  update: procedure.input(versioned.extend({ fields: clippingInputSchema.partial() })).output(changeReceiptSchema),
  setFollowUp: procedure.input(versioned.extend({ done: z.boolean() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  figures: procedure.input(periodSchema).output(pressFiguresSchema),
  /** Writes the press review of a period. */
  save: procedure.input(periodSchema.extend({ format: z.enum(['pdf', 'docx', 'xlsx']), grant })).output(z.void()),
}

/** „Presse": releases, press review and media list. */
export const pressContract = {
  releases: releasesContract,
  clippings: clippingsContract,
  media: {
    /** Distribution lists for press work. */
    lists: procedure.output(z.array(z.object({ id, title: z.string(), members: z.number().int() }))),
    members: procedure.input(z.object({ listId: id })).output(z.array(mediaMemberSchema)),
    save: procedure.input(z.object({ contactId: id, details: mediaDetailsSchema })).output(changeReceiptSchema),
    /** Writes the media list as PDF or XLSX. */
    print: procedure.input(z.object({ listId: id, format: z.enum(['pdf', 'xlsx']), grant })).output(z.void()),
  },
  settings: {
    get: procedure.output(z.object({ version: z.number().int(), settings: pressSettingsSchema })),
    update: procedure.input(z.object({ version: z.number().int(), settings: pressSettingsSchema.partial() })).output(changeReceiptSchema),
  },
  /** What burns: embargoes of the next days, releases that wait, follow-ups. */
  due: procedure.input(z.object({ limit: z.number().int().min(1).max(50) })).output(z.object({ lines: z.array(pressDueSchema), total: z.number().int() })),
}
