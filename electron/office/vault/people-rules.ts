import { passphraseProblem } from '../../../shared/vault/passphrase.ts'
import type { Role } from '../../../shared/vault/roles.ts'
import { VaultError } from './vault-error.ts'

/**
 * A name as it is stored: NFC, spaces trimmed, different from all others, because people choose themselves by it.
 *
 * @throws VaultError `invalid` on an empty name, `conflict` / `name-taken`
 */
export function checkedName(name: string, others: readonly { name: string }[]): string {
  const tidy = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (!tidy) throw new VaultError('invalid', undefined, { field: 'name' })
  const same = (other: { name: string }) => other.name.localeCompare(tidy, 'de', { sensitivity: 'accent' }) === 0
  if (others.some(same)) throw new VaultError('conflict', 'name-taken', { field: 'name' })
  return tidy
}

/**
 * The passphrase, if it may be used.
 *
 * @throws VaultError `invalid` / `passphrase-too-short`
 */
export function checkedPassphrase(passphrase: string): string {
  if (passphraseProblem(passphrase)) throw new VaultError('invalid', 'passphrase-too-short', { field: 'passphrase' })
  return passphrase
}

/**
 * An office without Leitung could never change its list again except by the recovery key.
 *
 * @throws VaultError `conflict` / `last-leitung`
 */
export function assertLeitungRemains(people: { role: Role }[]): void {
  if (!people.some((person) => person.role === 'leitung')) throw new VaultError('conflict', 'last-leitung')
}
