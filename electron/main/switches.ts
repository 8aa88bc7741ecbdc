import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
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

/** A new folder for a demo office, removed when the application ends. */
export function newDemoFolder(): string {
  return mkdtempSync(join(tmpdir(), 'integrationsbuero-muster-'))
}
