import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchOffice, newFolders, type RunningOffice } from './launch.ts'
import { preparedVault } from './prepared-vault.ts'
import { expectOverview, lock, unlock } from './steps.ts'

/** Who looks at the demo office when it is opened. */
const person = { name: 'Mara Muster', passphrase: 'Musterbüro ansehen' }

/** Starts the application on a copy of the demo office, unlocked. How `--demo` itself begins and ends is tested in `process/starts.spec.ts`. */
export async function launchDemo(): Promise<RunningOffice> {
  const folders = newFolders()
  cpSync(await preparedVault('demo', fill), folders.vault, { recursive: true })
  const office = await launchOffice({ folders })
  await unlock(office.window, person)
  return office
}

async function fill(target: string): Promise<void> {
  const folders = newFolders()
  const office = await launchOffice({ folders, demo: true })
  await expectOverview(office.window)
  await lock(office.window)
  const name = readdirSync(folders.temp).find((each) => existsSync(join(folders.temp, each, 'vault.json')))
  if (name === undefined) throw new Error('The demo office left no vault.')
  cpSync(join(folders.temp, name), target, { recursive: true })
  await office.close()
}
