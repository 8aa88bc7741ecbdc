import { existsSync, statSync } from 'node:fs'
import type { Side } from '../../../shared/records/model.ts'
import { sides } from '../../../shared/records/model.ts'
import { startsLikePlainDatabase } from '../database/open.ts'
import { sideFiles } from '../database/sides.ts'
import { pageBytes, pageCodeKey, saltBytes } from '../database/page-codes.ts'
import { holdStill, type StillFile } from '../database/still-file.ts'
import { checkWal } from '../database/wal-check.ts'
import { counsellingRecordTypes, officeRecordTypes } from '../features.ts'
import type { Session } from '../session.ts'
import type { VaultSession, VaultStore } from '../vault/contract.ts'
import { copyFileParts, copyParts, type CopiedFile, type CopyOptions } from './copy.ts'
import { BackupFailure } from './failure.ts'

/** One database on its way into a set. */
export interface SourceDatabase {
  side: Side
  /** The key by which the copy is opened and checked; null for a database that the person has no key to, or while nobody is there. */
  key: Uint8Array | null
  /** With the key: the file's salt, and the key that its pages are authenticated by. */
  codes: { salt: string; key: Uint8Array } | null
  /** The database and, after a crash, the log or journal that belongs to it. */
  files: SourceFile[]
  /** Ends the standstill. */
  release(): void
}

interface SourceFile {
  name: string
  bytes: number
  copy(target: string, options: CopyOptions): Promise<CopiedFile>
}

const companions = ['-wal', '-journal']

/** Both databases of an opened office. What the person has no key to is closed: nobody else can have it open while they hold the lease. */
export async function openDatabases(session: Session, vault: VaultSession): Promise<SourceDatabase[]> {
  const office = await stillDatabase('office', await holdStill(session.office.database, vault.keys.office), vault.keys.office)
  try {
    const key = vault.keys.counselling
    if (!session.counselling || !key) return [office, closedDatabase(vault.store, 'counselling')]
    return [office, await stillDatabase('counselling', await holdStill(session.counselling.database, key), key)]
  } catch (error) {
    office.release()
    throw error
  }
}

/** Both databases of a vault that nobody has open. */
export function closedDatabases(store: VaultStore): SourceDatabase[] {
  return sides.map((side) => closedDatabase(store, side))
}

/** Kinds of records that are counted for people: German name and table. What is sealed isn't even counted. */
export function countedKinds(side: Side): { label: string; table: string }[] {
  const types = side === 'office' ? officeRecordTypes : counsellingRecordTypes
  return types.flatMap(({ label, root, sealed, onlyFor }) => (sealed || onlyFor ? [] : [{ label, table: root }]))
}

async function stillDatabase(side: Side, still: StillFile, key: Uint8Array): Promise<SourceDatabase> {
  const read = async (buffer: Uint8Array, position: number): Promise<number> => {
    const count = await still.read(buffer, position)
    if (!still.held) throw new BackupFailure('gave-way')
    return count
  }
  try {
    const salt = Buffer.alloc(saltBytes)
    await read(salt, 0)
    const copy = (target: string, options: CopyOptions): Promise<CopiedFile> => copyParts({ bytes: still.bytes, read }, target, options)
    const codes = { salt: salt.toString('hex'), key: pageCodeKey(key, salt) }
    return { side, key, codes, files: [{ name: sideFiles[side].file, bytes: still.bytes, copy }], release: still.letGo }
  } catch (error) {
    still.letGo()
    throw error
  }
}

/**
 * A closed database, copied without its key. A log that a crash left behind belongs to it and comes along: whoever opens the copy has it
 * folded in, as with the original.
 * @throws BackupFailure `source-damaged`
 */
function closedDatabase(store: VaultStore, side: Side): SourceDatabase {
  const { file } = sideFiles[side]
  const path = store.path(file)
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (bytes === 0 || bytes % pageBytes !== 0 || startsLikePlainDatabase(path) || checkWal(`${path}-wal`) === 'damaged') throw new BackupFailure('source-damaged')
  const names = [file, ...companions.map((ending) => file + ending).filter((name) => existsSync(store.path(name)) && statSync(store.path(name)).size > 0)]
  return {
    side,
    key: null,
    codes: null,
    files: names.map((name) => ({ name, bytes: statSync(store.path(name)).size, copy: (target, options) => copyFileParts(store.path(name), target, options) })),
    release: () => undefined,
  }
}
