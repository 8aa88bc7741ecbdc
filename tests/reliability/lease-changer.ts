import { writeSync } from 'node:fs'
import { takeLease } from '../../electron/office/vault/lease.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'

/** The process that is killed while it takes, renews and gives back a lease without end; says `ready` when it has begun. */
const [, , folder = '', machine = ''] = process.argv
const store = vaultStore(folder)
for (let round = 0; ; round++) {
  const lease = await takeLease(store, 'slot-1', { machine })
  if (round === 0) writeSync(1, 'ready\n')
  for (let beat = 0; beat < round % 3; beat++) await lease.beat()
  await lease.release()
}
