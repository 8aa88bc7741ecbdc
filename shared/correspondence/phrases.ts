import { z } from 'zod'

const phrase = z.object({
  code: z.string(),
  label: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})

/** The catalogue `resources/correspondence/phrases.json`. */
export const phrasesSchema = z.object({
  name: z.string(),
  version: z.string(),
  asOf: z.iso.date(),
  source: z.string(),
  closings: z.array(phrase),
  signatureAdditions: z.array(phrase),
  addressNotes: z.array(phrase),
  salutations: z.array(phrase),
})
export type Phrases = z.infer<typeof phrasesSchema>

/** Gives the phrases that are in use on a day (ISO). */
export function phrasesOn(phrases: Phrases, day: string): Phrases {
  const inUse = <T extends { validFrom: string; validTo: string | null }>(all: T[]) =>
    all.filter((one) => one.validFrom <= day && (one.validTo === null || day <= one.validTo))
  return {
    ...phrases,
    closings: inUse(phrases.closings),
    signatureAdditions: inUse(phrases.signatureAdditions),
    addressNotes: inUse(phrases.addressNotes),
    salutations: inUse(phrases.salutations),
  }
}
