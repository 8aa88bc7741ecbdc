import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOwnFolder, mayBeInUse } from '../../../wiping.ts'

const prefix = 'integrationsbuero-lesekopie-'

/**
 * A folder for a copy that is looked at: the person's own (0700), gone when the office is locked or, at the latest, at the next start. What
 * lies in it is encrypted as in the vault, so nothing needs to be overwritten.
 */
export function newPrivateCopy(base = tmpdir()): string {
  return mkdtempSync(join(base, `${prefix}${process.pid}-`))
}

/** Removes a copy. One that a virus scanner holds open is removed at the next start. */
export function removePrivateCopy(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  } catch {
    // See above.
  }
}

/** Removes what programs left that ended without doing so. */
export function removeLeftCopies(base = tmpdir()): void {
  for (const name of namesIn(base)) {
    const pid = Number(/^integrationsbuero-lesekopie-(\d+)-/u.exec(name)?.[1])
    const folder = join(base, name)
    if (!Number.isNaN(pid) && pid !== process.pid && !mayBeInUse(folder, pid) && isOwnFolder(folder)) removePrivateCopy(folder)
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
