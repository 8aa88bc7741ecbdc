import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { app } from 'electron'

/** What the application was started with. */
export interface Switches {
  /** `--vault=<folder>`: use this vault. */
  vault: string | null
  /** `--demo`: a fresh demo office in a temporary folder. */
  demo: boolean
}

/** Reads the switches of the application; Chromium's own are left to Chromium. */
export function readSwitches(): Switches {
  const vault = app.commandLine.getSwitchValue('vault')
  return { vault: vault ? resolve(vault) : null, demo: app.commandLine.hasSwitch('demo') }
}

const demoPrefix = 'integrationsbuero-muster-'

/** A new folder for a demo office, removed when the application ends. */
export function newDemoFolder(): string {
  return mkdtempSync(join(tmpdir(), demoPrefix))
}

/** Removes a demo office. Any other folder is left alone, whoever asks. */
export function removeDemoFolder(folder: string): void {
  if (dirname(folder) !== tmpdir() || !basename(folder).startsWith(demoPrefix)) return
  // The office process may be writing its last file.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
