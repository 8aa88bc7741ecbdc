import { randomBytes } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { replacedAt, type ReplacedState } from '../../../../shared/backup/replaced/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeProcess } from '../../office-process.ts'
import { crossingPort, nodeFiles } from '../../vault/contract.ts'
import { restoringOf } from '../restore/service.ts'
import { untouchedStore } from '../restore/sources.ts'
import { isDecided, replacedIn, vaultFilesIn } from '../restore/switch.ts'
import { removedPrefix } from '../set-folder.ts'

/** What restorations of this office have moved aside, the newest first; said without opening it. */
export async function replacedStates(process: OfficeProcess): Promise<ReplacedState[]> {
  const { folder } = process.unlocked
  const states = await Promise.all((await replacedIn(folder)).map((name) => describe(folder, name)))
  // On a new computer there was nothing to be moved aside.
  return states.filter(({ bytes }) => bytes > 0)
}

async function describe(folder: string, name: string): Promise<ReplacedState> {
  const path = join(folder, name)
  const names = await vaultFilesIn(path)
  const files = await Promise.all(names.map(async (file) => ({ file, ...(await facts(join(path, file))) })))
  const written = files.filter(({ file }) => file.endsWith('.db') || file.endsWith('-wal')).map(({ changed }) => changed)
  const keys = await untouchedStore(path).read().catch(() => null)
  return {
    id: name,
    at: replacedAt(name).toISOString(),
    changedAt: written.length > 0 ? new Date(Math.max(...written)).toISOString() : null,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    office: names.includes('office.db'),
    counselling: names.includes('counselling.db'),
    people: keys?.list.people.length ?? null,
  }
}

async function facts(path: string): Promise<{ bytes: number; changed: number }> {
  const { size, mtimeMs } = await stat(path)
  return { bytes: size, changed: mtimeMs }
}

/**
 * Takes a state away for good. It loses its name in one step; what is left of it if that is interrupted goes with the next backup.
 * @throws OfficeError `forbidden` without the key of the counselling side, `viewing`, `busy` while a restoration is under way, `not-found`
 */
export async function removeReplaced(process: OfficeProcess, name: string): Promise<void> {
  const { session } = process
  if (session?.viewing) throw new OfficeError('viewing')
  if (!session?.counselling) throw new OfficeError('forbidden', { detail: 'Einen ersetzten Stand entfernt, wer auch die Beratung öffnen kann.' })
  const { folder } = process.unlocked
  if (restoringOf(process).progress || (await isDecided(folder))) throw new OfficeError('busy', { detail: 'Eine Wiederherstellung ist im Gang. Es wurde nichts entfernt.' })
  if (!(await replacedIn(folder)).includes(name)) throw new OfficeError('not-found', { detail: 'Dieser Stand ist nicht mehr vorhanden.' })
  await crossingPort(async () => {
    const backups = join(folder, 'backups')
    await nodeFiles.makeFolder(backups)
    const doomed = join(backups, removedPrefix + randomBytes(6).toString('hex'))
    await nodeFiles.replace(join(folder, name), doomed)
    await rm(doomed, { recursive: true, force: true })
  })
}
