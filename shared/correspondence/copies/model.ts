import { z } from 'zod'
import { cleanLine, cleanText } from '../clean-text.ts'
import { formB } from '../din5008.ts'
import { mailWays } from '../statements/workflow.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const lines = (most: number, message: string) =>
  z.array(line()).max(1_000).transform((all) => all.filter((text) => text !== '')).refine((all) => all.length <= most, message)

/** What a further recipient gets: a letter of one's own, a copy for information with a heading, or a mere notice of it. */
export const recipientRoles = ['original', 'copy', 'notice'] as const
export type RecipientRole = (typeof recipientRoles)[number]
export const recipientRoleLabels: Readonly<Record<RecipientRole, string>> = { original: 'Original', copy: 'Abdruck', notice: 'Nachrichtlich' }

/** Somebody beside the first recipient. Address and salutation are snapshots, like those of the letter itself. */
export const letterRecipientSchema = z.object({
  id: z.string().min(1).max(64),
  role: z.enum(recipientRoles),
  /** The contact that the address was taken from; null for one typed by hand. */
  contactId: z.string().max(64).nullable(),
  name: line(),
  addressNotes: lines(formB.noteZone.lines, 'Höchstens drei Zeilen passen über die Anschrift.'),
  addressLines: lines(formB.addressZone.lines, 'Höchstens sechs Zeilen passen in das Anschriftfeld.'),
  /** Of an original; a copy keeps the salutation of what it is a copy of. */
  salutation: line(),
  way: z.enum(mailWays),
  /** Titles of the enclosures that go along; null for all of them. */
  enclosures: z.array(line()).max(100).nullable(),
  /** What is said to this recipient alone, above the letter. */
  note: z.string().max(2_000).transform(cleanText),
  /** Whether passages that are marked „Nicht in Abdrucken" are left out. */
  withhold: z.boolean(),
})
export type LetterRecipient = z.infer<typeof letterRecipientSchema>

/** Whom a letter's distribution block names; the file copy always names everybody. */
export const distributions = ['none', 'copies', 'all'] as const
export type Distribution = (typeof distributions)[number]
export const distributionLabels: Readonly<Record<Distribution, string>> = {
  none: 'Nur auf dem Entwurf', copies: 'Abdrucke und nachrichtlich Beteiligte nennen', all: 'Alle Empfänger nennen',
}

/** The kinds of paper that one letter makes. `draft` is the copy for the file. */
export const copyKinds = [...recipientRoles, 'draft'] as const
export type CopyKind = (typeof copyKinds)[number]
export const copyKindLabels: Readonly<Record<CopyKind, string>> = { ...recipientRoleLabels, draft: 'Entwurf' }

/** Names the first recipient's copy and the one for the file; every other copy goes by the id of its recipient. */
export const mainCopy = 'main'
export const fileCopy = 'draft'
export const copyKeySchema = z.string().min(1).max(64)

/** A line of the strip that everybody signs who had a hand in it. */
export const signingSchema = z.object({ role: z.string(), name: z.string(), sign: z.string(), date: z.string() })
export type Signing = z.infer<typeof signingSchema>

/** What only the side that keeps a letter knows of its copy for the file. */
export const fileFactsSchema = z.object({
  /** Who co-signed, and who was asked to. */
  signings: z.array(signingSchema),
  /** Day (ISO) on which the signatory finished this letter; null as long as nobody did, or somebody else did. */
  signedOn: z.iso.date().nullable(),
  /** The items of its Verfügung, which stand instead of those that the letter's form proposes; empty without one. */
  orders: z.array(z.string()),
})
export type FileFacts = z.infer<typeof fileFactsSchema>
export const noFileFacts: FileFacts = { signings: [], signedOn: null, orders: [] }
