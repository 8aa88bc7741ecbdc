import { appendFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLease } from '../../electron/office/vault/lease.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'

/** Holds a lease, writes once a while under it, and is made to stand still in between; ends with 3 when it may write no more. */
const [, , folder = ''] = process.argv
const lease = await takeLease(vaultStore(folder), 'slot-1', { machine: 'rechner', ownSeconds: 0.4 })
lease.whenLost(() => process.exit(3))
for (let write = 0; ; write++) {
  lease.guard()
  appendFileSync(join(folder, 'witness'), '.')
  if (write === 0) writeSync(1, 'ready\n')
  await pause(200)
}
