import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLease } from '../../electron/office/vault/lease.ts'
import { LeaseWatch } from '../../electron/office/vault/lease-watch.ts'
import { VaultError } from '../../electron/office/vault/vault-error.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'

/**
 * One of several processes that fight for a lease. Each time it has it, it writes to the witness: `+` when it begins, `.` while it writes and `-`
 * when it ends, each with its name and a running number. Half of the times it is ended by a file `stop`.
 */
const [, , folder = '', computer = '', skewSeconds = '0', name = ''] = process.argv
/** Scaled down, at the same order: a holder's own time is over long before a watcher follows. */
const limits = { own: 0.5, silent: 3 }

const store = vaultStore(folder)
const watch = new LeaseWatch(() => performance.now(), limits.silent)
const witness = (mark: string): void => appendFileSync(join(folder, 'witness'), `${mark}${name}\n`)

while (!existsSync(join(folder, 'stop'))) {
  try {
    const lease = await takeLease(store, name, {
      host: computer,
      machine: computer,
      wall: () => Date.now() + Number(skewSeconds) * 1000,
      ownSeconds: limits.own,
      isSilent: (found) => watch.observe(found) === 0,
    })
    lease.guard()
    witness('+')
    for (let write = 0; write < 3; write++) {
      await pause(Math.random() * 6)
      if (write === 1) await lease.beat()
      lease.guard()
      witness('.')
    }
    lease.guard()
    witness('-')
    await lease.release()
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
  }
  await pause(Math.random() * 15)
}
