import { writeSync } from 'node:fs'
import { backupsOf } from '../../electron/office/backup/service.ts'
import { findSets } from '../../electron/office/backup/set-folder.ts'
import { fill, startProcess } from './damaged-office.ts'

/**
 * The process that is killed: backs up without end, to its own folder and to a second place, while it goes on writing. Each finished set is
 * acknowledged on stdout ("set <id>"), each contact too ("contact <id>").
 */
const [, , folder = '', second = '', personId = '', passphrase = ''] = process.argv
const { process: office, vault } = startProcess(folder)
const backups = backupsOf(office, vault)
backups.secondPlace = second
const acknowledge = (kind: string, id: string): void => void writeSync(1, `${kind} ${id}\n`)

if (passphrase) await vault.unlock(personId, passphrase)
acknowledge('ready', '')
for (let number = 0; ; number++) {
  // By turns with keys, while the office is open, and without, of the closed files.
  if (passphrase) {
    const [contact = ''] = await fill(office.unlocked, 1, `Lauf ${process.pid}-${number}`)
    acknowledge('contact', contact)
    await backups.run()
  } else {
    await vault.status()
    await backups.atRest()
  }
  const { failure, second: other } = await backups.stand()
  if (failure ?? other?.failure) throw new Error(`${failure?.kind} ${other?.failure?.kind}`)
  acknowledge('set', (await findSets(`${folder}/backups`))[0]?.id ?? '')
  if (!passphrase) process.exit(0)
}
