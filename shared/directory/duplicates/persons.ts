import type { Certainty, Finding, Reason } from './certainty.ts'
import type { Profile } from './profile.ts'
import { sharedDetails, type IsWidespread } from './shared-details.ts'
import { alike, containedIn } from './word-lists.ts'

type NameRelation = Extract<Reason, 'same-name' | 'swapped-names' | 'other-spelling' | 'former-name' | 'similar-name' | 'part-of-name' | 'same-given-name'>

/**
 * Compares two persons. A shared name alone is never more than "möglich": two people called Mohamed Ahmed are two people.
 * "sicher" takes the whole name and an e-mail address or mobile number of one's own, with nothing against it.
 * @returns null when nothing suggests that they are one
 */
export function comparePersons(a: Profile, b: Profile, isWidespread: IsWidespread): Finding | null {
  const name = nameRelation(a, b)
  if (name === null) return null
  // The commonest of all: two people of one given name. Only a mailbox or mobile of their own makes them one.
  if (name === 'same-given-name' && !shareOwn(a, b)) return null
  const details = sharedDetails(a, b, isWidespread)
  // Andrea and Andreas at one address are a couple, not a typing error.
  if (name === 'similar-name' && details.doubts.includes('other-salutation')) return null
  const certainty = certaintyOf(name, details, isBare(a) || isBare(b))
  if (certainty === null) return null
  const weight = nameWeights[name] + details.reasons.length * 6 + (details.own ? 12 : 0) - details.doubts.length * 5
  return { certainty, weight, reasons: [name, ...details.reasons], doubts: details.doubts }
}

const nameWeights: Record<NameRelation, number> = {
  'same-name': 40, 'swapped-names': 38, 'other-spelling': 34, 'former-name': 30, 'similar-name': 24, 'part-of-name': 20, 'same-given-name': 12,
}

function certaintyOf(name: NameRelation, { own, common, sameOrganisation, samePlace, doubts }: ReturnType<typeof sharedDetails>, bare: boolean): Certainty | null {
  const whole = name === 'same-name' || name === 'swapped-names' || name === 'other-spelling'
  if (doubts.includes('other-generation')) return whole && (own || common) ? 'possible' : null
  if (whole && !bare) {
    if (own) return doubts.length === 0 ? 'sure' : 'likely'
    if (common || sameOrganisation) return 'likely'
    return 'possible'
  }
  if (own) return 'likely'
  if (name === 'former-name') return common || sameOrganisation || samePlace ? 'likely' : 'possible'
  if (name === 'same-given-name') return null
  if (whole || name === 'similar-name' || name === 'part-of-name') return common || sameOrganisation ? 'possible' : null
  return null
}

/** A person of whom only one name is known: too little to tell anybody apart. */
function isBare({ given, family }: Profile): boolean {
  return given.length === 0 || family.length === 0
}

function nameRelation(a: Profile, b: Profile): NameRelation | null {
  if (a.allKey === b.allKey) {
    if (a.givenKey !== b.givenKey) return 'swapped-names'
    return a.spelled === b.spelled ? 'same-name' : 'other-spelling'
  }
  const given = a.given.length > 0 && b.given.length > 0
  const hasFormer = a.former.length > 0 || b.former.length > 0
  if (given && hasFormer && alike(a.given, b.given) && (containedIn(a.former, b.family) || containedIn(b.former, a.family))) return 'former-name'
  if (given && isSimilar(a, b)) return 'similar-name'
  if (isPart(a, b) || isPart(b, a)) return 'part-of-name'
  return given && a.family.length > 0 && b.family.length > 0 && a.givenKey === b.givenKey ? 'same-given-name' : null
}

/** Both names the same or nearly so. */
function isSimilar(a: Profile, b: Profile): boolean {
  if (alike(a.given, b.given) && alike(a.family, b.family)) return true
  return alike(a.given, b.family) && alike(a.family, b.given)
}

function shareOwn(a: Profile, b: Profile): boolean {
  return a.emails.some((email) => b.emails.includes(email)) || a.mobiles.some((mobile) => b.mobiles.includes(mobile))
}

/** One of several names is missing, or a given name is only its first letter. */
function isPart(shorter: Profile, longer: Profile): boolean {
  const familyFits = containedIn(shorter.family, longer.family) || containedIn(longer.family, shorter.family)
  const initial = shorter.given.length === 1 && shorter.given[0]?.length === 1 ? shorter.given[0] : null
  const givenFits = initial === null
    ? containedIn(shorter.given, longer.given)
    : longer.given[0]?.startsWith(initial) === true
  if (familyFits && givenFits) return true
  // One name only, put into either field.
  const own = [...shorter.given, ...shorter.family]
  return isBare(shorter) && containedIn(own, [...longer.given, ...longer.family])
}
