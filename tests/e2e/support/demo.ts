import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchOffice, newFolders, type RunningOffice } from './launch.ts'
import { preparedVault } from './prepared-vault.ts'
import { expectOverview, lock, unlock } from './steps.ts'

/** Who looks at the demo office when it is opened. */
export const demoPerson = { name: 'Mara Muster', passphrase: 'Musterbüro ansehen' }

/** Starts the application on a copy of the demo office, unlocked. How `--demo` itself begins and ends is tested in `process/starts.spec.ts`. */
export async function launchDemo(): Promise<RunningOffice> {
  const folders = newFolders()
  await copyDemo(folders.vault)
  const office = await launchOffice({ folders })
  await unlock(office.window, demoPerson)
  return office
}

/** Makes a copy of the demo office, for tests that start the application themselves. */
export async function copyDemo(vault: string): Promise<void> {
  cpSync(await preparedVault('demo', fill), vault, { recursive: true })
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
