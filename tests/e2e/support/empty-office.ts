import { cpSync } from 'node:fs'
import { basename } from 'node:path'
import { launchOffice, newFolders, type LaunchOptions, type RunningOffice } from './launch.ts'
import { preparedVault } from './prepared-vault.ts'
import { createOffice, lock, sampleOffice, unlock } from './steps.ts'

interface EmptyOffice extends LaunchOptions {
  /** The Bundesland's full German name. */
  land?: string
}

/**
 * Starts the application on a copy of the sample office as it is on its first day, unlocked. How an office is made in the
 * window is tested in `vault-first-run.e2e.ts`.
 */
export async function launchEmptyOffice(options: EmptyOffice = {}): Promise<RunningOffice> {
  const office = await launchLockedOffice(options)
  await unlock(office.window)
  return office
}

/** The same, at its lock screen. */
export async function launchLockedOffice({ land = sampleOffice.land, ...options }: EmptyOffice = {}): Promise<RunningOffice> {
  const folders = options.folders ?? newFolders()
  cpSync(await preparedVault(`empty-${land}`, (target) => make(target, land)), folders.vault, { recursive: true })
  return launchOffice({ ...options, folders })
}

async function make(target: string, land: string): Promise<void> {
  const { window, folders, close } = await launchOffice()
  await createOffice(window, { land })
  await lock(window)
  // Closing waits for the backup that locking began, which holds the vault; on its first day an office has none.
  await close()
  cpSync(folders.vault, target, { recursive: true, filter: (path) => basename(path) !== 'backups' })
}
