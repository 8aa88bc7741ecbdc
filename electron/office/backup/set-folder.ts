import { randomBytes } from 'node:crypto'
import { readFile, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../../shared/backup/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { nodeFiles } from '../vault/contract.ts'
import { BackupFailure } from './failure.ts'
import { decodeManifest, manifestFile } from './manifest.ts'

/** Name of a finished set: „sicherung-2026-11-22-141503“, a further one of the same second with a number behind it. */
const finishedName = /^sicherung-(\d{4}-\d{2}-\d{2})-\d{6}(-\d+)?$/
const unfinishedPrefix = '.unfertig-'
export const removedPrefix = '.entfernt-'
/** What is unfinished for so long belongs to nobody any more, on whichever computer it was begun. */
const abandonedMilliseconds = 12 * 3_600_000
/** Room that a full set leaves on the disk, for the vault itself. */
const spareBytes = 8 * 1024 * 1024

/** A finished set as it lies in a folder. */
export interface FoundSet {
  id: string
  path: string
  /** By its name; of a set whose manifest can't be read nothing else is known. */
  day: string
  manifest: Manifest | null
  /** Written by a newer program. */
  newer: boolean
}

/** Sets in a folder, the newest first. @throws the file system's error when the folder can't be read; a missing one has none */
export async function findSets(folder: string): Promise<FoundSet[]> {
  const names = (await nodeFiles.list(folder)) ?? []
  const found = names.flatMap((name) => {
    const day = finishedName.exec(name)?.[1]
    return day === undefined ? [] : [{ name, day }]
  })
  const sets = await Promise.all(found.map(({ name, day }) => readSet(join(folder, name), name, day)))
  return sets.filter((set) => set !== null).sort((a, b) => (b.manifest?.createdAt ?? b.day).localeCompare(a.manifest?.createdAt ?? a.day))
}

/** One set by its folder; null when there is none. */
export async function readSet(path: string, id: string, day = finishedName.exec(id)?.[1] ?? ''): Promise<FoundSet | null> {
  if (!(await stat(path).catch(() => null))?.isDirectory()) return null
  const text = await readFile(join(path, manifestFile), 'utf8').catch(() => '')
  const read = decodeManifest(text)
  return { id, path, day, manifest: read.state === 'whole' ? read.manifest : null, newer: read.state === 'newer' }
}

/** Makes a folder for a set that is not finished yet, after a look at the room on the disk. @throws BackupFailure `disk-full` */
export async function beginSet(folder: string, bytes: number): Promise<string> {
  await nodeFiles.makeFolder(folder)
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes + spareBytes) throw new BackupFailure('disk-full')
  const path = join(folder, unfinishedPrefix + randomBytes(6).toString('hex'))
  await nodeFiles.makeFolder(path)
  return path
}

/** Gives a set that is whole its name, in one step. @returns the name */
export async function finishSet(folder: string, unfinished: string, wanted: string): Promise<string> {
  await nodeFiles.syncFolder(unfinished)
  let name = wanted
  for (let number = 2; await nodeFiles.exists(join(folder, name)); number++) name = `${wanted}-${number}`
  await nodeFiles.replace(unfinished, join(folder, name))
  await nodeFiles.syncFolder(folder)
  return name
}

/** Name for a set begun now, by local time. */
export function setName(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `sicherung-${isoDay(now)}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
}

/** Takes a set away: first its name in one step, so that no half of it is ever taken for a set. */
export async function removeSet(folder: string, id: string): Promise<void> {
  const doomed = join(folder, `${removedPrefix}${randomBytes(6).toString('hex')}`)
  await nodeFiles.replace(join(folder, id), doomed)
  await rm(doomed, { recursive: true, force: true })
}

/** Takes away what interrupted backups left. @param alone nobody else writes to this folder, so whatever is unfinished is abandoned */
export async function sweepUnfinished(folder: string, alone: boolean): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(unfinishedPrefix) && !name.startsWith(removedPrefix)) continue
    const path = join(folder, name)
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now())
    if (alone || age > abandonedMilliseconds) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}
