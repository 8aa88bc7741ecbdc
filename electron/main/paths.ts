import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { realpathSync } from 'node:fs'
import { app } from 'electron'

/**
 * Folder for what isn't personal (window size, colours, which vault was last used). On Windows the local and not the
 * roaming profile: a redirected profile lies on a network drive.
 */
export function settingsFolder(): string {
  const given = app.commandLine.getSwitchValue('user-data-dir')
  if (given) return resolve(given)
  const local = process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined
  return join(local ?? app.getPath('appData'), 'Integrationsbuero')
}

/** Chromium's profile. One per vault, because the lock against a second start hangs on it. */
export function profileFolder(vaultFolder: string | null): string {
  const name = vaultFolder ? createHash('sha256').update(realFolder(vaultFolder)).digest('hex').slice(0, 16) : 'first-run'
  return join(settingsFolder(), 'profiles', name)
}

/** Where a new vault lies unless the person chooses another place. */
export function defaultVaultFolder(): string {
  const local = process.platform === 'win32' ? process.env.LOCALAPPDATA : join(homedir(), '.local', 'share')
  return join(local ?? homedir(), 'Integrationsbuero', 'Tresor')
}

/** The same folder by whatever name it was reached. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return resolve(folder)
  }
}
