import { z } from 'zod'
import { blockUsesSchema } from './blocks/model.ts'
import { letterBodySchema } from './body.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { distributions, letterRecipientSchema } from './copies/model.ts'
import { formB } from './din5008.ts'
import { mailWays } from './statements/workflow.ts'
import { particularsSchema } from './templates/kinds.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
/** Blank lines are left out before they are counted, because a form holds them while somebody types. */
const lines = (most: number, message: string) =>
  z.array(line()).max(1_000).transform((all) => all.filter((text) => text !== '')).refine((all) => all.length <= most, message)

/** A letter is a draft until somebody says that it is finished; then its text is fixed. */
export const letterStatuses = ['draft', 'final'] as const
export type LetterStatus = (typeof letterStatuses)[number]
export const letterStatusLabels: Record<LetterStatus, string> = { draft: 'Entwurf', final: 'Fertig' }

/**
 * What a person writes into a letter. Recipient and signature are snapshots: a letter stays as it was sent when the contact
 * moves or the office gets a new head.
 */
export const letterFieldsSchema = z.object({
  /** The contact that the address was taken from; null for an address typed by hand. */
  recipientId: z.string().max(64).nullable(),
  /** The recipient as the register lists it. */
  recipientName: line(),
  addressNotes: lines(formB.noteZone.lines, 'Höchstens drei Zeilen passen über die Anschrift.'),
  addressLines: lines(formB.addressZone.lines, 'Höchstens sechs Zeilen passen in das Anschriftfeld.'),
  yourReference: line(),
  /** A calendar day (ISO) or words. */
  yourMessageOf: line(),
  ourReference: line(),
  contactPerson: line(),
  date: z.iso.date(),
  subject: line(2_000),
  salutation: line(),
  body: letterBodySchema,
  closing: line(),
  signatureAuthority: line(),
  signatureAddition: line(),
  signatureName: line(),
  enclosures: lines(100, 'Höchstens 100 Anlagen.'),
  copies: lines(100, 'Höchstens 100 Empfänger von Kopien.'),
  /** What it is written with: `builtin:…`, or the id of a version of a template of the office. */
  template: z.string().min(1).max(64),
  /** What its kind of document says beyond every letter. */
  particulars: particularsSchema,
  /** By which way it goes to the first recipient. */
  way: z.enum(mailWays),
  /** Everybody else that it goes to. */
  recipients: z.array(letterRecipientSchema).max(200, 'Höchstens 200 Empfänger. Für mehr gibt es den Serienbrief.'),
  distribution: z.enum(distributions),
  /** Ids of the papers that are enclosed, by the title of the enclosure. */
  enclosedPapers: z.record(line(), z.string().min(1).max(64)),
  /** Who signs: a person of the office, or nobody in particular; the words below the letter are its own. */
  signerId: z.string().max(64).nullable(),
  /** Below the name. */
  signatureFunction: line(),
  signerSign: line(10),
  /** Who wrote it. */
  editorId: z.string().max(64).nullable(),
  editorName: line(),
  editorSign: line(10),
  /** Telephone and mailbox of the information block; empty for the office's. */
  contactPhone: line(80),
  contactEmail: line(),
  /** Points of the Verfügung beside the dispatch: „Wv. 15.12.2026", „z. d. A.". On the file copy only. */
  orders: lines(50, 'Höchstens 50 Punkte.'),
  /** A remark on the file copy only. */
  draftNote: z.string().max(5_000).transform(cleanText),
})
export type LetterFields = z.infer<typeof letterFieldsSchema>

/** What the office knows of a letter beyond its own words, for the fields in its text. */
export const letterFactsSchema = z.object({
  /** The external deadline (ISO) of the statement that the letter is the text of. */
  deadline: z.iso.date().nullable(),
  /** The Aktenzeichen of the matter in which the letter, or its statement, is filed; empty for none. */
  fileReference: z.string(),
})
export type LetterFacts = z.infer<typeof letterFactsSchema>

/** What letters say that were kept before these fields were known. */
export const plainDispatch = {
  way: 'post', recipients: [], distribution: 'copies', enclosedPapers: {}, signerId: null, signatureFunction: '', signerSign: '', editorId: null, editorName: '',
  editorSign: '', contactPhone: '', contactEmail: '', orders: [], draftNote: '',
} as const satisfies Partial<LetterFields>

/** What is stored while somebody writes: beside what the letter says, the text blocks in its text, which are no part of a kept version. */
export const editedLetterSchema = letterFieldsSchema.extend({ blockUses: blockUsesSchema })
export type EditedLetter = z.infer<typeof editedLetterSchema>

/** A letter of the register. */
export const letterSchema = editedLetterSchema.extend({
  id: z.string(),
  version: z.number().int(),
  number: z.string(),
  status: z.enum(letterStatuses),
  /** Who began the letter. */
  authorName: z.string(),
  updatedAt: z.string(),
  trashed: z.boolean(),
  facts: letterFactsSchema,
})
export type Letter = z.infer<typeof letterSchema>

/** One line of the register. */
export const letterListItemSchema = letterSchema.pick({
  id: true, number: true, subject: true, recipientName: true, date: true, status: true, authorName: true,
})
export type LetterListItem = z.infer<typeof letterListItemSchema>

/** Orders of the register. */
export const letterSorts = ['number', 'subject', 'recipient', 'date', 'status'] as const
export type LetterSort = (typeof letterSorts)[number]
