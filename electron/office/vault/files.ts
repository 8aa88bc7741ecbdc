import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { link, lstat, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fromFileError } from './vault-error.ts'

/**
 * The few file operations of the vault. They are a parameter, so that tests can fail or stop at each of them; errors
 * leave as VaultError with the path.
 */
export interface Files {
  /** Content, or `undefined` when there is no such file. */
  read(path: string): Promise<Buffer | undefined>
  /** The same for a small file that anybody may have laid there: what is larger, no file or a link counts as none. */
  readSmall(path: string, most: number): Promise<Buffer | undefined>
  /** Writes a whole file and has it reach the disk before it returns. Readable by its owner only. */
  writeSynced(path: string, bytes: Uint8Array): Promise<void>
  /** Creates a file that must not exist, whole where the file system knows hard links; `false` when it does. */
  createSynced(path: string, bytes: Uint8Array): Promise<boolean>
  /** Writes over the beginning of a file without making it anew; `false` when there is none. */
  overwriteSynced(path: string, bytes: Uint8Array): Promise<boolean>
  /** Moves a file over another one in one step. */
  replace(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  exists(path: string): Promise<boolean>
  /** Names in a folder, or `undefined` when there is no such folder. */
  list(folder: string): Promise<string[] | undefined>
  /** Makes one folder, unless it is there. What it lies in must exist: a vault whose drive has gone is never made anew. */
  makeFolder(folder: string): Promise<void>
  /** Makes a folder with all that it lies in. For the place of a new vault only. */
  makePath(folder: string): Promise<void>
  /** Has renames and removals in a folder reach the disk. */
  syncFolder(folder: string): Promise<void>
}

const OWNER_ONLY = 0o600
/**
 * Whoever may write to a shared folder could lay a link there that leads to a file of whoever opens the vault, and have it written over.
 * Windows has no such flag; unless told otherwise it follows no link from a share to the own disk (`fsutil behavior query SymlinkEvaluation`).
 */
const NO_LINK = (constants.O_NOFOLLOW as number | undefined) ?? 0
const ANEW = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | NO_LINK
const OVER = constants.O_RDWR | NO_LINK
/** Virus scanners on Windows hold a file for a moment after it was written. */
const REPLACE_PAUSES_MS = [10, 50, 200, 500]

/** The real file system. */
export const nodeFiles: Files = {
  read: (path) => ifPresent(path, () => readFile(path)),
  readSmall: (path, most) => ifPresent(path, () => readSmall(path, most)),
  writeSynced: (path, bytes) => guarded(path, async () => void (await writeAnew(path, bytes))),
  createSynced: (path, bytes) => guarded(path, () => createWhole(path, bytes)),
  overwriteSynced: async (path, bytes) => (await ifPresent(path, () => writeAll(path, bytes, OVER))) !== undefined,
  replace: (from, to) => guarded(to, () => replaceWithPatience(from, to)),
  remove: (path) => guarded(path, () => rm(path, { force: true })),
  exists: async (path) => (await ifPresent(path, () => stat(path))) !== undefined,
  list: (folder) => ifPresent(folder, () => readdir(folder)),
  makeFolder: (folder) =>
    guarded(folder, async () => {
      try {
        await mkdir(folder, { mode: 0o700 })
      } catch (error) {
        if (errorCode(error) !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error
      }
    }),
  makePath: (folder) => guarded(folder, async () => void (await mkdir(folder, { recursive: true, mode: 0o700 }))),
  syncFolder: (folder) => guarded(folder, () => syncFolder(folder)),
}

async function guarded<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (error) {
    throw fromFileError(error, path)
  }
}

async function ifPresent<Result>(path: string, action: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await action()
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined
    throw fromFileError(error, path)
  }
}

/** Opened without waiting: a pipe in its place would hold up everything. */
async function readSmall(path: string, most: number): Promise<Buffer | undefined> {
  const handle = await open(path, constants.O_RDONLY | NO_LINK | ((constants.O_NONBLOCK as number | undefined) ?? 0)).catch((error: unknown) => {
    if (['ELOOP', 'ENXIO'].includes(errorCode(error) ?? '')) return null
    throw error
  })
  if (!handle) return undefined
  try {
    const found = await handle.stat()
    return found.isFile() && found.size <= most ? await handle.readFile() : undefined
  } finally {
    await handle.close()
  }
}

/** A link in the file's place is taken away and never followed; of a file that can't be written whole nothing is left. */
async function writeAnew(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAll(path, bytes, ANEW)
  } catch (error) {
    const there = await lstat(path).catch(() => null)
    if (there?.isFile() || there?.isSymbolicLink()) await rm(path, { force: true }).catch(() => undefined)
    if (errorCode(error) !== 'ELOOP') throw error
    await writeAll(path, bytes, ANEW)
  }
}

async function writeAll(path: string, bytes: Uint8Array, flag: number | 'wx'): Promise<true> {
  const handle = await open(path, flag, OWNER_ONLY)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return true
}

/** A file system without hard links, such as that of a stick, says so in one of these ways; EISDIR is how Windows' "invalid function" arrives. */
const WITHOUT_LINKS = ['EPERM', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EMLINK', 'EACCES', 'UNKNOWN']

/** Written elsewhere and linked to its name, so that nobody ever finds it by halves and a full disk leaves nothing. */
async function createWhole(path: string, bytes: Uint8Array): Promise<boolean> {
  const part = `${path}.${randomUUID()}.part`
  try {
    await writeAll(part, bytes, 'wx')
    return await linked(part, path)
  } catch (error) {
    if (!WITHOUT_LINKS.includes(errorCode(error) ?? '')) throw error
    return await createInPlace(path, bytes)
  } finally {
    await rm(part, { force: true }).catch(() => undefined)
  }
}

async function linked(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path)
    return true
  } catch (error) {
    // Taken for a leftover and swept away by somebody else: then there is somebody else.
    if (['EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) return false
    throw error
  }
}

async function createInPlace(path: string, bytes: Uint8Array): Promise<boolean> {
  let handle
  try {
    handle = await open(path, 'wx', OWNER_ONLY)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    return true
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function replaceWithPatience(from: string, to: string): Promise<void> {
  for (const wait of REPLACE_PAUSES_MS) {
    try {
      return await rename(from, to)
    } catch (error) {
      const held = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
      if (!held) throw error
      await pause(wait)
    }
  }
  return rename(from, to)
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there; NTFS journals renames
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(errorCode(error) ?? '')) throw error // some network file systems
  } finally {
    await handle.close()
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
}
