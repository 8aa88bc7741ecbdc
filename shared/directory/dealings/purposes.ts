import { z } from 'zod'
import legalBasesFile from '../../../resources/directory/legal-bases.json' with { type: 'json' }
import purposesFile from '../../../resources/directory/purposes.json' with { type: 'json' }

/** A value of a dated catalogue; one that is no longer used gets a `validTo`, it is never removed. */
interface Entry {
  readonly code: string
  readonly label: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** A legal basis; `needsConsent` where it holds only as long as the person's consent. */
interface LegalBasis extends Entry {
  readonly needsConsent: boolean
}

const purposes: readonly Entry[] = purposesFile.entries
const legalBases: readonly LegalBasis[] = legalBasesFile.entries
const id = z.string().min(1).max(64)
const line = (max: number) => z.string().max(max).normalize('NFC').trim()
const day = z.iso.date().nullable().default(null)

/** For what a contact's data are kept, and what allows it. Days are ISO dates. */
export const purposeSchema = z.object({
  id,
  contactId: id,
  purpose: z.string().refine((code) => purposes.some((entry) => entry.code === code), 'Dieser Zweck ist nicht bekannt.'),
  legalBasis: z.string().refine((code) => legalBases.some((entry) => entry.code === code), 'Diese Rechtsgrundlage ist nicht bekannt.'),
  /** When the consent was given, until when it holds at most (this day included), and when it was revoked (Art. 7 (3) DSGVO). */
  consentOn: day,
  consentUntil: day,
  revokedOn: day,
  /** How it was obtained and where that is proved (Art. 7 (1) DSGVO): "Anmeldebogen vom 3. März, Ordner 4". */
  evidence: line(500).default(''),
  /** By when it must be looked at again, or the data deleted. */
  reviewOn: day,
})
  .refine(({ consentOn, consentUntil }) => consentOn === null || consentUntil === null || consentOn <= consentUntil,
    { path: ['consentUntil'], message: 'Das Ende der Einwilligung liegt vor ihrem Beginn.' })
  .refine(({ consentOn, revokedOn }) => consentOn === null || revokedOn === null || consentOn <= revokedOn,
    { path: ['revokedOn'], message: 'Der Widerruf liegt vor der Einwilligung.' })

export type Purpose = z.infer<typeof purposeSchema>

/**
 * How a purpose stands on a day: `valid`; `revoked` or `expired` where its consent no longer holds, `missing` where it
 * rests on a consent that nobody has given; `review` where it holds but should have been looked at by now.
 */
export type PurposeState = 'valid' | 'review' | 'missing' | 'expired' | 'revoked'

/** How a purpose stands on a day (ISO). A consent counts on its last day, and no longer on the day it is revoked. */
export function purposeState(
  { legalBasis, consentOn, consentUntil, revokedOn, reviewOn }: Pick<Purpose, 'legalBasis' | 'consentOn' | 'consentUntil' | 'revokedOn' | 'reviewOn'>,
  today: string,
): PurposeState {
  if (needsConsent(legalBasis)) {
    if (revokedOn !== null && revokedOn <= today) return 'revoked'
    if (consentOn === null || consentOn > today) return 'missing'
    if (consentUntil !== null && consentUntil < today) return 'expired'
  }
  return reviewOn !== null && reviewOn <= today ? 'review' : 'valid'
}

/** Whether data may be used for the purpose in this state. */
export function allowsUse(state: PurposeState): boolean {
  return state === 'valid' || state === 'review'
}

/** Whether a legal basis holds only as long as a consent; an unknown code doesn't say so. */
export function needsConsent(legalBasis: string): boolean {
  return legalBases.find((entry) => entry.code === legalBasis)?.needsConsent ?? false
}

/** The purposes that may be chosen on a day (ISO), in the order of the catalogue. */
export function purposeOptions(today: string): { value: string; label: string }[] {
  return options(purposes, today)
}

/** The legal bases that may be chosen on a day (ISO), in the order of the catalogue. */
export function legalBasisOptions(today: string): { value: string; label: string }[] {
  return options(legalBases, today)
}

/** The word for a purpose; an unknown code (of a newer version) stands for itself. */
export function purposeLabel(code: string): string {
  return purposes.find((entry) => entry.code === code)?.label ?? code
}

/** The word for a legal basis; an unknown code (of a newer version) stands for itself. */
export function legalBasisLabel(code: string): string {
  return legalBases.find((entry) => entry.code === code)?.label ?? code
}

function options(entries: readonly Entry[], today: string): { value: string; label: string }[] {
  return entries.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo))
    .map(({ code, label }) => ({ value: code, label }))
}
