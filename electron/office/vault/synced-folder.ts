import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { VaultError } from './vault-error.ts'

/** What is asked of the system; a parameter, so that tests can say what it answers. */
export interface SyncProbe {
  env: Readonly<Record<string, string | undefined>>
  home: string
  realPath(path: string): string
  exists(path: string): boolean
  /** Text of a file, or null. */
  text(path: string): string | null
}

const system: SyncProbe = {
  env: process.env,
  home: homedir(),
  realPath: (path) => realpathSync.native(path),
  exists: existsSync,
  text(path) {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return null
    }
  },
}

/** Variables that a service sets to its folder. */
const variables: readonly [variable: string, service: string][] = [
  ['OneDrive', 'OneDrive'],
  ['OneDriveCommercial', 'OneDrive'],
  ['OneDriveConsumer', 'OneDrive'],
]

/** How services name their folder, as one step of a path. */
const names: readonly [name: RegExp, service: string][] = [
  [/^onedrive( ?- ?.+)?$/i, 'OneDrive'],
  [/^dropbox( ?[(-].+)?$/i, 'Dropbox'],
  [/^nextcloud\d*$/i, 'Nextcloud'],
  [/^owncloud\d*$/i, 'ownCloud'],
  [/^(google ?drive|googledrive-.+|drivefs|meine ablage|geteilte ablagen)$/i, 'Google Drive'],
  [/^(iclouddrive|icloud drive|com~apple~clouddocs)$/i, 'iCloud Drive'],
  [/^(seafile|meine bibliotheken)$/i, 'Seafile'],
  [/^magentacloud$/i, 'MagentaCLOUD'],
  [/^(hidrive|users@hidrive)$/i, 'HiDrive'],
  [/^pcloud ?(drive|sync)?$/i, 'pCloud'],
  [/^box sync$/i, 'Box'],
]

/** Files by which services mark a folder that they synchronise; on the way up from the vault's own. */
const markers: readonly [file: string, service: string][] = [
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
  ['.dropbox.cache', 'Dropbox'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.stfolder', 'Syncthing'],
  ['.seafile-data', 'Seafile'],
]
/**
 * Names the service that synchronises a folder, null for none. Such a service copies single files at moments of its own and brings back
 * versions from elsewhere: a database is torn that way, and a lease in it says nothing. Found by variables, by the settings of the services,
 * by how they name their folders and by files that they leave in them.
 */
export function syncServiceOf(folder: string, probe: SyncProbe = system): string | null {
  const paths = [resolve(folder), realOf(folder, probe)]
  for (const path of paths) {
    const found = byVariable(path, probe) ?? bySettings(path, probe) ?? byName(path) ?? byMarker(path, probe)
    if (found) return found
  }
  return null
}

/** @throws VaultError `synced-folder` with the service's name */
export function expectNoSync(folder: string, probe: SyncProbe = system): void {
  const service = syncServiceOf(folder, probe)
  if (service) throw new VaultError('synced-folder', undefined, { service, path: folder })
}

/** The vault's folder may not be there yet: then the nearest one above it counts. */
function realOf(folder: string, probe: SyncProbe): string {
  const path = resolve(folder)
  try {
    return probe.realPath(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realOf(above, probe), path.slice(above.length))
  }
}

function byVariable(path: string, { env }: SyncProbe): string | null {
  return variables.find(([variable]) => env[variable] && isInside(path, env[variable]))?.[1] ?? null
}

/** Dropbox and Nextcloud may have been pointed to any folder; where, they keep in files of the person. */
function bySettings(path: string, { env, home, text }: SyncProbe): string | null {
  const dropbox = [join(home, '.dropbox', 'info.json'), ...[env['APPDATA'], env['LOCALAPPDATA']].flatMap((base) => (base ? [join(base, 'Dropbox', 'info.json')] : []))]
  if (dropbox.some((file) => dropboxFolders(text(file)).some((root) => isInside(path, root)))) return 'Dropbox'
  const nextcloud = [join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Nextcloud', 'nextcloud.cfg'), ...(env['APPDATA'] ? [join(env['APPDATA'], 'Nextcloud', 'nextcloud.cfg')] : [])]
  const folders = nextcloud.flatMap((file) => [...(text(file) ?? '').matchAll(/\\localPath=(.+)/g)].map((match) => match[1]?.trim() ?? ''))
  return folders.some((root) => root !== '' && isInside(path, root)) ? 'Nextcloud' : null
}

function dropboxFolders(text: string | null): string[] {
  try {
    const accounts = Object.values(JSON.parse(text ?? '{}') as Record<string, { path?: unknown } | null>)
    return accounts.flatMap((account) => (typeof account?.path === 'string' ? [account.path] : []))
  } catch {
    return []
  }
}

function byName(path: string): string | null {
  for (const step of path.split(/[\\/]/)) {
    const found = names.find(([name]) => name.test(step))
    if (found) return found[1]
  }
  return null
}

function byMarker(path: string, { exists }: SyncProbe): string | null {
  for (let at = path; ; at = dirname(at)) {
    const found = markers.find(([file]) => exists(join(at, file)))
    if (found) return found[1]
    if (dirname(at) === at) return null
  }
}

function isInside(path: string, root: string): boolean {
  const [inner, outer] = [path, root].map((each) => each.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase())
  return outer !== '' && (inner === outer || inner?.startsWith(`${outer}/`) === true)
}
