import type { Certainty, Finding, Reason } from './certainty.ts'
import type { Profile } from './profile.ts'
import { sharedDetails, type IsWidespread } from './shared-details.ts'
import { alike, containedIn, sameWords } from './word-lists.ts'
import { isRegion } from './words.ts'

type NameRelation = Extract<Reason, 'same-organisation-name' | 'abbreviated' | 'similar-organisation-name' | 'part-of-organisation-name'>

/**
 * Compares two organisations. Two departments of one authority are two contacts, also with the same switchboard; so are
 * an organisation and the one above it, and a Kreisverband and its Landesverband.
 * @returns null when nothing suggests that they are one
 */
export function compareOrganisations(a: Profile, b: Profile, isWidespread: IsWidespread): Finding | null {
  if (a.organisations.includes(b.id) || b.organisations.includes(a.id)) return null
  if (a.levels.length > 0 && b.levels.length > 0 && !sameWords(a.levels, b.levels)) return null
  const name = nameRelation(a, b)
  if (name === null) return null
  const departments = departmentRelation(a, b)
  if (departments === 'other') return null
  const details = sharedDetails(a, b, isWidespread)
  const doubts = departments === 'missing' ? [...details.doubts, 'department-missing' as const] : details.doubts
  const certainty = certaintyOf(name, details, a, b)
  if (certainty === null) return null
  // An authority and its department have the switchboard in common as well: only a mailbox of their own tells.
  if (departments === 'missing' && !details.own) return null
  const weight = nameWeights[name] + details.reasons.length * 6 + (details.own ? 12 : 0) - doubts.length * 5
  return { certainty: departments === 'missing' ? 'possible' : certainty, weight, reasons: [name, ...details.reasons], doubts }
}

const nameWeights: Record<NameRelation, number> = {
  'same-organisation-name': 40, abbreviated: 36, 'similar-organisation-name': 26, 'part-of-organisation-name': 20,
}

function certaintyOf(name: NameRelation, { own, common, samePlace, otherPlace, doubts }: ReturnType<typeof sharedDetails>, a: Profile, b: Profile): Certainty | null {
  const shares = own || common
  if (name === 'same-organisation-name' || name === 'abbreviated') {
    if (otherPlace) return shares ? 'possible' : null
    if (shares) return doubts.includes('other-type') || doubts.includes('other-email') ? 'likely' : 'sure'
    return doubts.includes('other-email') ? 'possible' : 'likely'
  }
  if (name === 'similar-organisation-name') return shares ? 'likely' : samePlace ? 'possible' : null
  const onlyPlaceMore = moreThan(a, b).every((word) => isRegion(word) || isPlace(word, a) || isPlace(word, b))
  if (otherPlace) return shares && onlyPlaceMore ? 'possible' : null
  if (shares) return onlyPlaceMore ? 'likely' : 'possible'
  return onlyPlaceMore ? 'possible' : null
}

function nameRelation(a: Profile, b: Profile): NameRelation | null {
  if (a.coreKey === b.coreKey) {
    if (sameWords(a.levels, b.levels) || (a.levels.length === 0 && b.levels.length === 0)) return sameWords(a.written, b.written) ? 'same-organisation-name' : 'abbreviated'
    return 'part-of-organisation-name'
  }
  if (sameWords(a.shortCore, b.core) || sameWords(b.shortCore, a.core)) return 'abbreviated'
  if (alike(a.core, b.core)) return 'similar-organisation-name'
  if (isTelling(a, b) && (containedIn(a.core, b.core) || containedIn(b.core, a.core))) return 'part-of-organisation-name'
  return null
}

/** A name of nothing but places ("Stadt Cottbus") is part of many names and says nothing. */
function isTelling(a: Profile, b: Profile): boolean {
  const shorter = a.core.length <= b.core.length ? a : b
  return shorter.core.some((word) => !isRegion(word) && !isPlace(word, a) && !isPlace(word, b))
}

function moreThan(a: Profile, b: Profile): string[] {
  return [...a.core.filter((word) => !b.core.includes(word)), ...b.core.filter((word) => !a.core.includes(word))]
}

function isPlace(word: string, { places }: Profile): boolean {
  return places.some((place) => place.split(' ').includes(word))
}

function departmentRelation(a: Profile, b: Profile): 'same' | 'missing' | 'other' {
  if (a.department.length === 0 && b.department.length === 0) return 'same'
  if (a.department.length === 0 || b.department.length === 0) return 'missing'
  return sameWords(a.department, b.department) || alike(a.department, b.department) ? 'same' : 'other'
}
