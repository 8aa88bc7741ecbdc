import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Who may change a file and its folder, as Windows says it (SDDL); null where it didn't say. */
export interface Descriptors {
  file: string
  folder: string
}

const powerShell = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'
const askedMilliseconds = 15_000

/**
 * Asks Windows who may change a file. Node has no way of its own. The environment is the user's, so none of it is handed on: by
 * `PSModulePath` somebody could have a program of their own answer.
 */
export function askWindows(path: string): Descriptors | null {
  const quoted = [path, dirname(path)].map((each) => `(Get-Acl -LiteralPath '${each.replaceAll("'", "''")}').Sddl`)
  const { status, stdout } = spawnSync(powerShell, ['-NoProfile', '-NonInteractive', '-Command', quoted.join('; ')], {
    windowsHide: true, timeout: askedMilliseconds, encoding: 'utf8',
    env: { SystemRoot: 'C:\\Windows', windir: 'C:\\Windows', PSModulePath: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules' },
  })
  const [file, folder] = (stdout ?? '').split(/\r?\n/u).filter((line) => line.startsWith('O:'))
  return status === 0 && file !== undefined && folder !== undefined ? { file, folder } : null
}

/** System, administrators of the computer and of the domain, and the installer of Windows, by letters and by number. */
const trusted = /^(?:SY|BA|LA|DA|EA|S-1-5-18|S-1-5-32-544|S-1-5-21-[\d-]+-(?:500|512|519)|S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)$/u
/** Rights by which a file can be changed: writing, adding, deleting, other rights, other owner. */
const changesFile = { mask: 0x10000 | 0x40000 | 0x80000 | 0x2 | 0x4, letters: ['FA', 'GA', 'GW', 'FW', 'WD', 'WO', 'SD', 'DC', 'LC'] }
/** Rights on a folder by which a file in it can be exchanged: everybody may make new files below `C:\ProgramData`, but not for others. */
const changesFolder = { mask: 0x10000 | 0x40000 | 0x80000 | 0x40, letters: ['FA', 'GA', 'WD', 'WO', 'SD', 'DT'] }

/** Whether somebody but administrators may change a file, or exchange it. */
export function isOpenOnWindows({ file, folder }: Descriptors): boolean {
  return isOpen(file, changesFile) || isOpen(folder, changesFolder)
}

function isOpen(descriptor: string, changing: typeof changesFile): boolean {
  const [, owner = '', rights = ''] = /^O:(.+?)(?:G:.+?)?D:(.*?)(?:S:.*)?$/u.exec(descriptor) ?? []
  if (!trusted.test(owner)) return true
  const entries = [...rights.matchAll(/\(([^()]*)\)/gu)].map(([, entry = '']) => entry.split(';'))
  // Without any entry everybody may do everything.
  if (entries.length === 0) return true
  return entries.some(([type = '', flags = '', granted = '', , , whom = '']) => {
    // What is only handed on to files to come says nothing about this one.
    if (!type.startsWith('A') || type.startsWith('AU') || type.startsWith('AL') || pairs(flags).includes('IO') || trusted.test(whom)) return false
    return granted.startsWith('0x') ? (Number(granted) & changing.mask) !== 0 : pairs(granted).some((right) => changing.letters.includes(right))
  })
}

function pairs(letters: string): string[] {
  return letters.match(/../gu) ?? []
}

/** The same where files have an owner and nine rights: root alone may change the file, and what it lies in. */
export function isOpenOnPosix(path: string): boolean {
  return [path, dirname(path)].some((each) => {
    const found = statSync(each, { throwIfNoEntry: false })
    return found !== undefined && (found.uid !== 0 || (found.mode & 0o022) !== 0)
  })
}
