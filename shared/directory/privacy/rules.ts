import authoritiesFile from '../../../resources/directory/privacy-authorities.json' with { type: 'json' }
import rulesFile from '../../../resources/directory/privacy-rules.json' with { type: 'json' }

interface Dated {
  readonly validFrom: string
  readonly validTo: string | null
}

/** Why a contact stands on the list of those to be looked at. */
export const reviewRules = ['no-purpose', 'consent-ended', 'review-due', 'unused'] as const
export type ReviewRule = typeof reviewRules[number]

const rules = rulesFile.rules as readonly (Dated & { code: string, label: string, reason: string, years?: number })[]
const reasons: readonly (Dated & { code: string, label: string })[] = rulesFile.reasons
const inForce = (day: string) => ({ validFrom, validTo }: Dated): boolean => validFrom <= day && (validTo === null || day <= validTo)

/** Word and reasoning of a rule. */
export function reviewRule(code: ReviewRule): { label: string, reason: string } {
  const rule = rules.find((entry) => entry.code === code)
  return { label: rule?.label ?? code, reason: rule?.reason ?? '' }
}

/** The day (ISO) before which nothing must have happened for a contact to count as unused. */
export function unusedSince(today: string): string {
  return yearsBefore(today, rules.find(({ code }) => code === 'unused')?.years ?? 3)
}

/** Reasons for destroying a contact that may be given on a day (ISO). */
export function erasureReasons(day: string): { value: string, label: string }[] {
  return reasons.filter(inForce(day)).map(({ code, label }) => ({ value: code, label }))
}

/** The word for a reason; an unknown code stands for itself. */
export function erasureReasonLabel(code: string): string {
  return reasons.find((entry) => entry.code === code)?.label ?? code
}

/** Whether a reason is known. */
export function isErasureReason(code: string): boolean {
  return reasons.some((entry) => entry.code === code)
}

/** Why finished letters are kept, and until which day (ISO) one of a given day is: the end of the last full year. */
export const letterRetention = { reason: rulesFile.letters.reason, until: (day: string) => `${Number(day.slice(0, 4)) + rulesFile.letters.years}-12-31` }

/** The supervisory authority for the municipalities of a Land on a day, and the Land's legal basis for public tasks. */
export function supervisoryAuthority(land: string, day: string) {
  return authoritiesFile.entries.filter(inForce(day)).find((entry) => entry.land === land)
}

function yearsBefore(day: string, years: number): string {
  const shifted = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
  return shifted.endsWith('-02-29') ? shifted.replace('-29', '-28') : shifted
}
