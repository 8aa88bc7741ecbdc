import { writeSync } from 'node:fs'
import { restoringOf } from '../../electron/office/backup/restore/service.ts'
import { startProcess } from './damaged-office.ts'

/** The process that is killed: switches to the newest state that was moved aside, or else to the newest set, without end. */
const [, , folder = '', personId = '', passphrase = ''] = process.argv
const { process: office, vault } = startProcess(folder)
const restoring = restoringOf(office)
await vault.status()
writeSync(1, 'begun\n')
for (;;) {
  const states = await restoring.sources(null)
  const state = states.find(({ source }) => source.place === 'replaced') ?? states[0]
  if (!state) throw new Error('nothing to restore')
  await restoring.prepare(state.source, personId, passphrase, null)
  writeSync(1, 'ready to switch\n')
  await restoring.switch()
  writeSync(1, 'switched\n')
}
