import { closeSync, openSync, readSync } from 'node:fs'
import type { Counts, LogHead } from '../../../shared/backup/model.ts'
import type { Side } from '../../../shared/records/model.ts'
import { headOf } from '../database/audit-chain.ts'
import { CipherConnection } from '../database/driver.ts'
import { PageCodes, pageCodeKey, saltBytes } from '../database/page-codes.ts'
import { sideFiles } from '../database/sides.ts'
import { unlessStopped, type ThreadStop } from '../thread-stop.ts'

/** A copy of a database that nobody else has open, with its key. */
export interface CheckedCopy {
  path: string
  side: Side
  key: Uint8Array
  vaultId: string
  /** Whether its pages were found authentic while it was copied; else all are read here. */
  authentic: boolean
  /** Whether the structure of every table and index is walked through as well, which takes many times as long as the rest. */
  thorough: boolean
  /** Kinds of records to count: German name and table. */
  kinds: readonly { label: string; table: string }[]
}

/** What opening a copy showed. */
export type CopyVerdict = { whole: true; version: number; counts: Counts; lastChange: string | null; head: LogHead | null } | { whole: false; reason: string }

/** Numbers of records by kind, and when the last change was made. */
export function factsOf(connection: CipherConnection, kinds: CheckedCopy['kinds']): { counts: Counts; lastChange: string | null } {
  const tables = new Set(connection.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name))
  const counts: Counts = {}
  for (const { label, table } of kinds) {
    // A set of an earlier version may not know the table yet.
    if (!tables.has(table)) continue
    counts[label] = (counts[label] ?? 0) + Number(connection.all(`SELECT count(*) AS n FROM "${table}" WHERE deleted_at IS NULL`)[0]?.n ?? 0)
  }
  const lastChange = tables.has('change_group') ? connection.all('SELECT max(at) AS at FROM change_group')[0]?.at : null
  return { counts, lastChange: typeof lastChange === 'string' ? lastChange : null }
}

/**
 * Opens a copy with its key: of this vault, every page authentic, if asked for the structure sound. A log that lies beside it is folded in.
 * @param asked when set, it is given up between two steps, and its verdict means nothing
 */
export function checkDatabase(copy: CheckedCopy, asked: ThreadStop): CopyVerdict {
  try {
    unlessStopped(asked)
    const verdict = openedVerdict(copy, asked)
    // Only now all that the log held is in the file.
    const faulty = verdict.whole && !copy.authentic ? faultyPages(copy.path, copy.key, asked) : 0
    return faulty > 0 ? { whole: false, reason: `${faulty} pages` } : verdict
  } catch (error) {
    return { whole: false, reason: (error as { code?: string }).code ?? 'unreadable' }
  }
}

function openedVerdict({ path, side, key, vaultId, thorough, kinds }: CheckedCopy, asked: ThreadStop): CopyVerdict {
  const connection = new CipherConnection(path, key)
  try {
    if (connection.pragma('application_id') !== sideFiles[side].applicationId) return { whole: false, reason: 'application id' }
    if (connection.all("SELECT value FROM meta WHERE key = 'vault_id'")[0]?.value !== vaultId) return { whole: false, reason: 'vault id' }
    unlessStopped(asked)
    if (thorough && connection.pragma('quick_check') !== 'ok') return { whole: false, reason: 'structure' }
    unlessStopped(asked)
    return { whole: true, version: Number(connection.pragma('user_version')), ...factsOf(connection, kinds), head: headOf((sql) => connection.all(sql)) }
  } finally {
    connection.close()
  }
}

/** How many pages of a closed database don't fit their codes. */
function faultyPages(path: string, key: Uint8Array, asked: ThreadStop): number {
  const file = openSync(path, 'r')
  try {
    const room = Buffer.allocUnsafe(1024 * 1024)
    readSync(file, room, 0, saltBytes, 0)
    const codes = new PageCodes(pageCodeKey(key, room.subarray(0, saltBytes)))
    let faults = 0
    for (let at = 0; ;) {
      unlessStopped(asked)
      const count = readSync(file, room, 0, room.length, at)
      if (count === 0) return faults
      faults += codes.faulty(room.subarray(0, count), at)
      at += count
    }
  } finally {
    closeSync(file)
  }
}
