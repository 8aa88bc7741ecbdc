import { askedForRelease, HEARTBEAT_SECONDS, PROGRAM_SLOTS, takeLease, type VaultStore } from '../vault/contract.ts'

/** How often it is looked whether somebody at another computer wants to work. */
const askedMilliseconds = 1_000

/**
 * Works on the closed files of a vault while nobody can open it.
 * @param machine random number of this installation
 * @param giveUp called when somebody at another computer wants to work, or the vault is lost: what is being made can be made later
 * @throws VaultError `busy` while somebody has the vault open
 */
export async function whileClosed(store: VaultStore, machine: string | null, giveUp: () => void, work: () => Promise<void>): Promise<void> {
  const lease = await takeLease(store, PROGRAM_SLOTS.backup, { machine })
  const beat = setInterval(() => void lease.beat().catch(giveUp), HEARTBEAT_SECONDS * 1000)
  const asked = setInterval(() => void askedForRelease(store).then((is) => is && giveUp(), giveUp), askedMilliseconds)
  try {
    await work()
  } finally {
    clearInterval(beat)
    clearInterval(asked)
    await lease.release().catch(() => undefined)
  }
}
