import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { newPassphrase } from './passphrase-field.ts'
import { KEY_NAMES } from './roles.ts'

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1, 'Bitte einen Namen eingeben.').max(120)
const code = z.string().min(1, 'Bitte den Code vom Blatt eingeben.').max(500)

/** For so many months an arrangement is valid; then its sheets are made anew. */
export const arrangementMonths = [6, 12, 24] as const
/** For so many days a deputy may be let in at most. */
export const deputyDays = { least: 1, most: 60, usual: 14 } as const

/** Fields of an opening by two. */
export const openingByTwoSchema = z.object({
  codes: z.tuple([code, code]),
  /** Who stands in. */
  name,
  reason: z.string().trim().min(5, 'Bitte den Anlass nennen.').max(300),
  days: z.number().int().min(deputyDays.least, 'Mindestens ein Tag.').max(deputyDays.most),
  passphrase: newPassphrase,
})
export type OpeningByTwo = z.infer<typeof openingByTwoSchema>

/** A code on its way to paper: shown once, then proved by typing one of its groups. */
export const holderSheetSchema = z.object({
  name: z.string(),
  groups: z.array(z.string()),
  /** Which group to type again, counted from 1. */
  asked: z.number().int(),
})
export type HolderSheet = z.infer<typeof holderSheetSchema>

export const openingSchema = z.object({
  id,
  personName: z.string(),
  holders: z.array(z.string()),
  reason: z.string(),
  openedAt: z.string(),
  until: z.string(),
  endedAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  /** Whether the deputy can unlock today. */
  active: z.boolean(),
  /** What the deputy did: steps of both sides, and the cases of others that were opened, with their reasons. */
  steps: z.number().int(),
  cases: z.array(z.object({ number: z.string(), at: z.string(), reason: z.string() })),
})
export type Opening = z.infer<typeof openingSchema>

export const arrangementTermsSchema = z.object({
  holders: z.array(name).min(2, 'Mindestens zwei Personen.').max(4, 'Höchstens vier Personen.'),
  months: z.literal(arrangementMonths),
  longestDays: z.number().int().min(deputyDays.least, 'Mindestens ein Tag.').max(deputyDays.most, `Höchstens ${deputyDays.most} Tage.`),
})
export type ArrangementTerms = z.infer<typeof arrangementTermsSchema>

/** „Vertretungsfall": for the Leitung alone. */
export const deputyContract = {
  overview: procedure.output(z.object({
    arrangement: z.object({ holders: z.array(z.string()), createdAt: z.string(), validUntil: z.string(), longestDays: z.number().int() }).nullable(),
    openings: z.array(openingSchema),
  })),
  /** Drafts a code for each holder; what is arranged at present stays valid until the draft is proved. */
  draft: procedure.input(arrangementTermsSchema).output(z.array(holderSheetSchema)),
  /** Writes the drafted sheets, a page each, as PDF. */
  saveSheets: procedure.input(z.object({ grant: z.string().min(1).max(100) })).output(z.void()),
  /** Proves that the codes are on paper: the asked group of each sheet. From then on they open. */
  confirm: procedure.input(z.object({ typed: z.array(z.string()).max(4) })).output(z.void()),
  revoke: procedure.output(z.void()),
  /** Ends a deputy's access. Gives the keys that the deputy held. */
  end: procedure.input(z.object({ id })).output(z.array(z.enum(KEY_NAMES))),
  /** Notes that the Leitung has seen an opening. */
  acknowledge: procedure.input(z.object({ id })).output(z.void()),
}
