import type { Finding } from './certainty.ts'
import { compareOrganisations } from './organisations.ts'
import { comparePersons } from './persons.ts'
import type { Profile } from './profile.ts'
import type { IsWidespread } from './shared-details.ts'

/** Compares two contacts. A person and an organisation are never one, also not with the same info@. */
export function compareProfiles(a: Profile, b: Profile, isWidespread: IsWidespread = () => false): Finding | null {
  if (a.id === b.id || a.kind !== b.kind) return null
  return a.kind === 'person' ? comparePersons(a, b, isWidespread) : compareOrganisations(a, b, isWidespread)
}
