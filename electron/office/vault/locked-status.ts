import type { VaultStatus } from '../../../shared/vault/contract.ts'
import { secondsToWait } from './delay.ts'
import type { StoredVault, VaultStore } from './vault-store.ts'

/** Passphrase of everybody in the demo office. It protects invented data in a temporary folder from nobody. */
export const DEMO_PASSPHRASE = 'Musterbüro ansehen'

/** What the lock screen shows of a vault that nobody has opened. */
export async function lockedStatus(store: VaultStore, stored: StoredVault, demo: boolean): Promise<VaultStatus> {
  const { officeName, people, arrangement } = stored.list
  const now = new Date().toISOString()
  const present = people.filter(({ admission }) => !admission || admission.until > now)
  const shown = present.map(async ({ id, name, role }) => ({ id, name, role, waitSeconds: await secondsToWait(store, id) }))
  return {
    state: 'locked',
    demo,
    officeName,
    people: await Promise.all(shown),
    mirrorServes: stored.source === 'mirror',
    together: arrangement && arrangement.validUntil > now ? { holders: arrangement.holders.map(({ name }) => name), longestDays: arrangement.longestDays } : null,
    ...(demo ? { demoPassphrase: DEMO_PASSPHRASE } : {}),
  }
}
