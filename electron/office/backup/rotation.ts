import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setsToKeep, type DatedSet } from '../../../shared/backup/keep.ts'
import { isoDay } from '../../../shared/dates.ts'
import { keepRule } from '../policy.ts'
import { nodeFiles } from '../vault/contract.ts'
import { findSets, removeSet, type FoundSet } from './set-folder.ts'

/** Copies that were made before a migration, one database each. */
const beforeMigration = /^(office|counselling)-vor-umstellung-\d+-\d+\.db$/

/** A set as the rule of keeping sees it; null for one that can't be read and so stands for nothing. */
export function datedSet({ id, day, manifest }: FoundSet): DatedSet | null {
  return manifest && { id, day, at: manifest.createdAt, opened: Object.values(manifest.checked).every((how) => how === 'opened') }
}

/**
 * Takes away what is kept no longer. Sets of other vaults and of newer programs stay; one that can't be read stays as long as it could be
 * kept at all, for whoever wants to save what is in it.
 * @returns how many went
 */
export async function rotate(folder: string, vaultId: string, now = new Date()): Promise<number> {
  const today = isoDay(now)
  const sets = (await findSets(folder)).filter(({ manifest, newer }) => !newer && (!manifest || manifest.vaultId === vaultId))
  const kept = setsToKeep(sets.flatMap((set) => datedSet(set) ?? []), keepRule(), today)
  const oldest = oldestKept(today)
  const gone = sets.filter((set) => (set.manifest ? !kept.has(set.id) : set.day < oldest))
  for (const { id } of gone) await removeSet(folder, id)
  return gone.length + (await rotateMigrations(folder, oldest))
}

async function rotateMigrations(folder: string, oldest: string): Promise<number> {
  let gone = 0
  for (const name of (await nodeFiles.list(folder)) ?? []) {
    if (!beforeMigration.test(name) || isoDay((await stat(join(folder, name))).mtime) >= oldest) continue
    await rm(join(folder, name), { force: true })
    gone++
  }
  return gone
}

/** No set is kept that is older than this day, unless it is among the newest. */
function oldestKept(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - keepRule().months, 1)).toISOString().slice(0, 10)
}
