import type { Doubt, Reason } from './certainty.ts'
import type { Profile } from './profile.ts'

/** What two contacts have in common besides their names, and where they contradict each other. */
export interface SharedDetails {
  reasons: Reason[]
  doubts: Doubt[]
  /** An e-mail address or mobile number of one's own. */
  own: boolean
  /** A landline, an address, a site or a shared mailbox: colleagues and families have these in common. */
  common: boolean
  samePlace: boolean
  /** Both say where they are, and it isn't the same place. */
  otherPlace: boolean
  sameOrganisation: boolean
}

/** Tells of a key ("tel:+49…") whether so many contacts have it that it says nothing: the number of a switchboard. */
export type IsWidespread = (key: string) => boolean

/** Compares channels, addresses and organisations of two contacts. */
export function sharedDetails(a: Profile, b: Profile, isWidespread: IsWidespread): SharedDetails {
  const has = (prefix: string, left: readonly string[], right: readonly string[]): boolean =>
    left.some((value) => right.includes(value) && !isWidespread(`${prefix}:${value}`))
  const found: [Reason, boolean][] = [
    ['same-email', has('mail', a.emails, b.emails)],
    ['same-mobile', has('tel', a.mobiles, b.mobiles)],
    ['same-phone', has('tel', a.phones, b.phones)],
    ['same-shared-email', has('mail', a.sharedEmails, b.sharedEmails)],
    ['same-site', has('site', a.sites, b.sites)],
    ['same-address', has('addr', a.addresses, b.addresses)],
    ['same-organisation', a.kind === 'person' && a.organisations.some((id) => b.organisations.includes(id))],
    ['same-place', a.places.some((place) => b.places.includes(place))],
  ]
  const reasons = found.filter(([, holds]) => holds).map(([reason]) => reason)
  const differ = (left: readonly string[], right: readonly string[]): boolean => left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value))
  const otherPlace = differ(a.places, b.places)
  const against: [Doubt, boolean][] = [
    ['other-email', differ(a.emails, b.emails)],
    ['other-mobile', differ(a.mobiles, b.mobiles)],
    ['other-place', otherPlace],
    ['other-address', !otherPlace && differ(a.addresses, b.addresses)],
    ['other-salutation', titled(a) && titled(b) && a.salutation !== b.salutation],
    ['other-generation', a.generation !== b.generation],
    ['other-type', a.kind === 'organisation' && a.typeCode !== null && b.typeCode !== null && a.typeCode !== b.typeCode],
  ]
  return {
    // The place says nothing beside the address.
    reasons: reasons.filter((reason) => reason !== 'same-place' || !reasons.includes('same-address')),
    doubts: against.filter(([, holds]) => holds).map(([doubt]) => doubt),
    own: reasons.includes('same-email') || reasons.includes('same-mobile'),
    common: (['same-phone', 'same-address', 'same-site', 'same-shared-email'] as const).some((reason) => reasons.includes(reason)),
    samePlace: reasons.includes('same-place') || reasons.includes('same-address'),
    otherPlace,
    sameOrganisation: reasons.includes('same-organisation'),
  }
}

function titled({ salutation }: Profile): boolean {
  return salutation === 'ms' || salutation === 'mr'
}
