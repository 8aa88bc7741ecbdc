import { writeSync } from 'node:fs'
import { FileGrants } from '../../electron/office/file-grants.ts'
import { openSession } from '../../electron/office/session.ts'
import { writeRun } from '../../electron/office/correspondence/serial/write.ts'
import { vaultFromText } from './vault-text.ts'

/** The process that is killed: goes on with a run of serial letters and says after each step how far it is. */
const [, , vaultText = '', id = '', folder = ''] = process.argv
const session = await openSession(vaultFromText(vaultText), () => {})
const grants = new FileGrants()
grants.allow('folder', folder, 'folder')
for await (const step of writeRun(session.office, grants, { id, grant: 'folder', folderName: 'Ausgabe' }, undefined, [])) {
  if (step.state === 'running') writeSync(1, `${step.phase} ${step.done}\n`)
}
