import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import type { SaveOutcome } from '../../shared/desktop.ts'

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/**
 * Writes a file that holds nothing of the office: whole under another name beside it, then renamed, so that an older file stays where the
 * new one fails. What goes wrong with disk or folder is told by its kind.
 */
export async function saveFile({ path, name }: { path: string; name: string }, content: Uint8Array | string): Promise<SaveOutcome> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
    return { saved: true, name }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { saved: false, trouble: full.has(code) ? 'disk-full' : 'unwritable' }
  }
}
