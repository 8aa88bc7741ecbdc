import { cpSync } from 'node:fs'
import { launchOffice, newFolders, type LaunchOptions, type RunningOffice } from './launch.ts'
import { preparedVault } from './prepared-vault.ts'
import { createOffice, lock, sampleOffice, unlock } from './steps.ts'

/**
 * Starts the application on a copy of the sample office as it is on its first day, unlocked. How an office is made in the
 * window is tested in `vault-first-run.e2e.ts`.
 * @param office.land the Bundesland's full German name
 */
export async function launchEmptyOffice({ land = sampleOffice.land, ...options }: { land?: string } & LaunchOptions = {}): Promise<RunningOffice> {
  const folders = options.folders ?? newFolders()
  cpSync(await preparedVault(`empty-${land}`, (target) => make(target, land)), folders.vault, { recursive: true })
  const office = await launchOffice({ ...options, folders })
  await unlock(office.window)
  return office
}

async function make(target: string, land: string): Promise<void> {
  const { window, folders, close } = await launchOffice()
  await createOffice(window, { land })
  await lock(window)
  cpSync(folders.vault, target, { recursive: true })
  await close()
}
