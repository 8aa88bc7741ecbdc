import { readFile, rm, stat } from 'node:fs/promises'
import { join, relative, isAbsolute } from 'node:path'
import type { RunningBackup } from '../../../shared/backup/model.ts'
import { policy } from '../policy.ts'
import { nodeFiles } from '../vault/contract.ts'
import { copySetFile } from './copy.ts'
import { BackupFailure } from './failure.ts'
import { manifestFile } from './manifest.ts'
import { withThreads } from './part-threads.ts'
import { beginSet, findSets, finishSet, sweepUnfinished, type FoundSet } from './set-folder.ts'
import { readState, writeState } from './state.ts'

/** Folder that is made at the second place once it is chosen. Where it is missing later, the stick or share isn't there. */
export const secondFolder = 'Integrationsbuero-Sicherungen'

/**
 * Makes the folder at a place that was just chosen.
 * @throws BackupFailure `failed` for a place inside the vault, which would be lost along with it
 */
export async function prepareSecondPlace(place: string, vaultFolder: string): Promise<void> {
  const inside = relative(vaultFolder, place)
  if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))) throw new BackupFailure('failed')
  if (!(await stat(place)).isDirectory()) throw new BackupFailure('not-reachable')
  await nodeFiles.makeFolder(join(place, secondFolder))
  await nodeFiles.syncFolder(place)
}

/**
 * Makes the folder at the place that IT has settled, once: where it is missing later, the stick or share isn't there.
 * @param own folder of the vault's own backups, which remembers that
 */
export async function readyGivenPlace(own: string, place: string, vaultFolder: string): Promise<void> {
  if (policy().values.BackupPath !== place || (await readState(own)).givenPlace === place) return
  await prepareSecondPlace(place, vaultFolder)
  await writeState(own, { givenPlace: place })
}

/**
 * Copies a finished set to the second place, as a finished one: under a temporary name, compared with its checksums after writing, renamed.
 * A stick that isn't there is found out by the missing folder; nothing is ever written to an empty mount point.
 * @returns false when it lies there already
 * @throws BackupFailure and the file system's errors
 */
export async function copyToSecondPlace(set: FoundSet, place: string, { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: (running: RunningBackup) => void } = {}): Promise<boolean> {
  const { manifest, path } = set
  if (!manifest) throw new BackupFailure('copy-damaged')
  const folder = join(place, secondFolder)
  if (!(await nodeFiles.exists(folder))) throw new BackupFailure('not-reachable')
  await sweepUnfinished(folder, false)
  if ((await findSets(folder)).some((there) => there.manifest?.generation === manifest.generation && there.manifest.createdAt === manifest.createdAt)) return false
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  // Written and read again.
  const onBytes = (bytes: number): void => onProgress?.({ step: 'second', done: (done += bytes) / 2, total })
  const unfinished = await beginSet(folder, total)
  try {
    // A stick or a share is no faster for being written to by many.
    await withThreads(total, async (threads) => {
      for (const file of manifest.files) {
        if (!(await copySetFile(join(path, file.name), join(unfinished, file.name), file, { threads, signal, onBytes }))) throw new BackupFailure('copy-damaged')
      }
    }, 1)
    await nodeFiles.writeSynced(join(unfinished, manifestFile), await readFile(join(path, manifestFile)))
    await finishSet(folder, unfinished, set.id)
    return true
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}
