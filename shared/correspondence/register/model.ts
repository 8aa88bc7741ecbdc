import { z } from 'zod'
import file from '../../../resources/correspondence/mail-kinds.json' with { type: 'json' }
import { paperKinds, type PaperKind } from '../../attachments/kinds.ts'
import { addDays } from '../../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../holidays/holidays.ts'
import type { Land } from '../../vault/laender.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import { mailWays } from '../statements/workflow.ts'
import { filePlanSchema } from './file-plan.ts'
import { numberPatternSchema } from './number-pattern.ts'

const id = z.string().min(1).max(64)
const line = (max = 300) => z.string().max(max).transform(cleanLine)
const text = (max = 5_000) => z.string().max(max).transform(cleanText)
const day = z.iso.date()

/** A kind of mail and when it is looked at again. */
export interface MailKind {
  readonly code: string
  readonly label: string
  readonly followUpDays: number | null
}

const kinds = file.kinds as readonly (MailKind & { readonly validFrom: string; readonly validTo: string | null })[]

/** The kinds to choose from on a day (ISO). */
export function mailKindsOn(on: string): readonly MailKind[] {
  return kinds.filter(({ validFrom, validTo }) => validFrom <= on && on <= (validTo ?? on))
}

/** The word for a kind, also for one no longer offered. */
export function mailKindLabel(code: string): string {
  return kinds.find((kind) => kind.code === code)?.label ?? ''
}

/** The day on which a letter of a kind is looked at again: the kind's days later, moved to a day on which people work; null for none. */
export function followUpFor(code: string, from: string, land: Land): string | null {
  return followUpAfter(kinds.find((kind) => kind.code === code)?.followUpDays ?? null, from, land)
}

/** The day so many days later, moved to a day on which people work; null for none. */
export function followUpAfter(days: number | null, from: string, land: Land): string | null {
  return days === null ? null : firstOpenDay(addDays(from, days), 1, (on) => officeClosed(on, land))
}

/** Posteingang and Postausgang. */
export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]
export const directionLabels: Readonly<Record<Direction, string>> = { in: 'Posteingang', out: 'Postausgang' }

/** What a person says of a piece of mail. */
export const entryInputSchema = z.object({
  direction: z.enum(directions),
  on: day,
  kind: line(40),
  way: z.enum(mailWays),
  contactId: id.nullable(),
  correspondent: line().refine((value) => value !== '', 'Bitte angeben, von wem oder an wen.'),
  subject: line(2_000).refine((value) => value !== '', 'Bitte einen Betreff angeben.'),
  reference: line(),
  followUpOn: day.nullable(),
  assigneeId: id.nullable(),
  assigneeName: line(),
  note: text(),
})
export type EntryInput = z.infer<typeof entryInputSchema>

/** A line of the register of mail. */
export const entrySchema = entryInputSchema.extend({
  id,
  version: z.number().int(),
  number: z.string(),
  /** The statement or letter that it belongs to. */
  record: z.object({ type: z.enum(['statement', 'letter']), id: z.string(), title: z.string() }).nullable(),
  followUpDoneOn: z.string().nullable(),
  documents: z.number().int(),
  trashed: z.boolean(),
})
export type Entry = z.infer<typeof entrySchema>

/** What a document lies with. */
export const ownerTypes = ['statement', 'register-entry', 'matter', 'letter', 'clipping', 'material-edition', 'event-receipt'] as const
export const ownerSchema = z.object({ type: z.enum(ownerTypes), id })
export type DocumentOwner = z.infer<typeof ownerSchema>

/** A file that came in or was taken in, inside the office database. */
export const documentSchema = z.object({
  id,
  version: z.number().int(),
  owner: ownerSchema,
  name: z.string(),
  kind: z.enum(Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]),
  /** Bytes. */
  size: z.number().int(),
  hash: z.string(),
  note: z.string(),
  /** The mail that it hung on. */
  parentId: z.string().nullable(),
  /** Whether words could be read out of it. */
  readable: z.boolean(),
  addedOn: z.string(),
  addedByName: z.string(),
})
export type OfficeDocument = z.infer<typeof documentSchema>

/** What a mail says of itself, as far as it could be read. */
export const mailSchema = z.object({
  subject: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  /** ISO day; null where none could be read. */
  sentOn: z.string().nullable(),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), size: z.number().int(), taken: z.boolean(), reason: z.string() })),
})
export type Mail = z.infer<typeof mailSchema>

/** A file that was handed over and read, but belongs to nothing yet. */
export const receivedFileSchema = z.object({ token: id, name: z.string(), kind: documentSchema.shape.kind, size: z.number().int(), mail: mailSchema.nullable(), text: z.string(),
  /** Contact with the sender's address. */
  sender: z.object({ id, name: z.string() }).nullable() })
export type ReceivedFile = z.infer<typeof receivedFileSchema>

/** Akte: a class of the Aktenplan and a title. */
export const dossierInputSchema = z.object({ plan: line(30).refine((value) => value !== '', 'Bitte eine Stelle im Aktenplan wählen.'), title: line().refine((value) => value !== '', 'Bitte der Akte einen Titel geben.') })
export const dossierSchema = dossierInputSchema.extend({ id, version: z.number().int(), closedOn: z.string().nullable(), matters: z.number().int() })
export type Dossier = z.infer<typeof dossierSchema>

/** Vorgang: one Aktenzeichen. */
export const matterInputSchema = z.object({ dossierId: id, title: line().refine((value) => value !== '', 'Bitte dem Vorgang einen Titel geben.') })
export const matterSchema = matterInputSchema.extend({ id, version: z.number().int(), reference: z.string(), closedOn: z.string().nullable(), openedOn: z.string(), filed: z.number().int() })
export type Matter = z.infer<typeof matterSchema>

/** What can be filed. */
export const filedTypes = ['statement', 'letter', 'register-entry', 'document'] as const
export const filedSchema = z.object({ id, number: z.number().int(), record: z.object({ type: z.enum(filedTypes), id }), typeLabel: z.string(), title: z.string(), subtitle: z.string(), filedOn: z.string() })
export type Filed = z.infer<typeof filedSchema>

/** How the office numbers and files. */
export const registerSettingsSchema = z.object({
  letterPattern: numberPatternSchema,
  statementPattern: numberPatternSchema,
  incomingPattern: numberPatternSchema,
  outgoingPattern: numberPatternSchema,
  matterPattern: numberPatternSchema,
  ladder: z.array(z.object({
    code: z.string().min(1).max(40), label: line(60).refine((value) => value !== '', 'Bitte den Schritt benennen.'), workingDays: z.number().int().min(0).max(200),
  })).min(1).max(12),
  plan: filePlanSchema.min(1),
})
export type RegisterSettings = z.infer<typeof registerSettingsSchema>
