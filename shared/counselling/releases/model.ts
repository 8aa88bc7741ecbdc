import { z } from 'zod'
import { daysBetween } from '../../holidays/days.ts'
import { code, realDay } from '../model.ts'

const id = z.string().min(1).max(64)
const line = (max: number, name: string) => z.string().trim().max(max, `${name}: höchstens ${max} Zeichen.`)
const text = (max: number, name: string) => z.string().max(max, `${name}: höchstens ${max} Zeichen.`)

/** How a release was given. */
export const releaseWays = ['paper', 'electronic', 'oral'] as const
export type ReleaseWay = (typeof releaseWays)[number]

export const releaseWayLabels: Readonly<Record<ReleaseWay, string>> = {
  paper: 'auf Papier unterschrieben',
  electronic: 'elektronisch (Scan, Fax, E-Mail)',
  oral: 'mündlich, mit Vermerk',
}

/** What a release from secrecy says: to whom, what, what for, until when. From whom is the office itself. */
export const releaseFields = z.object({
  contactId: id.nullable(),
  name: line(200, 'An wen').min(1, 'Bitte angeben, an wen etwas weitergegeben werden darf.'),
  information: text(2_000, 'Angaben').trim().min(1, 'Bitte angeben, welche Angaben gemeint sind. „Alles“ ist zu unbestimmt.'),
  purpose: text(1_000, 'Zweck').trim().min(1, 'Bitte angeben, wofür.'),
  until: realDay,
  /** The other office may answer. */
  mutual: z.boolean(),
  /** Language of the second column. */
  language: code('languages', 'Bitte eine Sprache wählen.').nullable(),
})
export type ReleaseFields = z.infer<typeof releaseFields>

/** That a release was given. */
export const signingFields = z
  .object({ on: realDay, way: z.enum(releaseWays, { error: 'Bitte angeben, wie die Entbindung erteilt wurde.' }), note: text(1_000, 'Vermerk') })
  .refine(({ way, note }) => way !== 'oral' || note.trim() !== '', { path: ['note'], error: 'Bitte vermerken, wer dabei war und was gesagt wurde.' })
export type SigningFields = z.infer<typeof signingFields>

export const releaseSchema = z.object({
  ...releaseFields.shape,
  id,
  version: z.number().int(),
  caseId: id,
  /** Version of the text that was offered for signature. */
  textVersion: z.string(),
  signing: z.object({ on: z.string(), way: z.enum(releaseWays), note: z.string(), byName: z.string() }).nullable(),
  revocation: z.object({ on: z.string(), note: z.string(), byName: z.string() }).nullable(),
  trashed: z.boolean(),
})
export type Release = z.infer<typeof releaseSchema>

/** Where a release stands: not signed yet · valid · over · withdrawn. */
export type ReleaseState = 'draft' | 'valid' | 'expired' | 'revoked'

/** Whether something may be told by a release on an ISO day. What was told before a withdrawal was told rightly. */
export function releaseState({ signing, revocation, until }: Pick<Release, 'signing' | 'revocation' | 'until'>, day: string): ReleaseState {
  if (signing === null || signing.on > day) return 'draft'
  if (revocation !== null && revocation.on <= day) return 'revoked'
  return until < day ? 'expired' : 'valid'
}

/** Days within which the end of a release is announced. */
const SOON_DAYS = 28

/** „gültig bis …“ in the words of a list. */
export function releaseStateText(release: Pick<Release, 'signing' | 'revocation' | 'until'>, today: string): { state: ReleaseState; soon: boolean; text: string } {
  const state = releaseState(release, today)
  const left = daysBetween(today, release.until)
  const soon = state === 'valid' && left <= SOON_DAYS
  const text = {
    draft: 'noch nicht unterschrieben',
    valid: left === 0 ? 'endet heute' : soon ? `endet in ${left === 1 ? '1 Tag' : `${left} Tagen`}` : 'gültig',
    expired: 'abgelaufen',
    revoked: 'widerrufen',
  }[state]
  return { state, soon, text }
}
