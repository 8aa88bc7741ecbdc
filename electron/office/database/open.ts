import { existsSync, openSync, closeSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Side } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { CipherConnection } from './driver.ts'
import { isNetworkPath } from './network-path.ts'
import { sideFiles } from './sides.ts'
import { checkWal } from './wal-check.ts'

/** The connections of one database: one that writes, and one that reads while a long write runs. */
export interface Connections {
  writer: CipherConnection
  reader: CipherConnection
  /** The file on disk. */
  path: string
  /** False on a network path, where a write-ahead log is unsafe. */
  wal: boolean
  /** True when the log of a crashed run ended in an unfinished write, which was dropped. */
  droppedTail: boolean
  /** Set while the file is held still for a copy (`still-file.ts`): whoever needs it whole ends that by calling. */
  letGo: (() => void) | null
  /**
   * A plain descriptor by which the file was copied. It is closed after the connections: closing any descriptor of a file drops every
   * lock that the process has on it (https://sqlite.org/howtocorrupt.html, section 2.2).
   */
  descriptor: number | null
  /** Asked when a transaction begins and before it is committed; throws when nothing may be written any more. */
  guard: () => void
}

/** What a database is opened with besides its key. */
export interface OpeningOptions {
  vaultId: string
  newestVersion: number
  guard?: (() => void) | undefined
  /** Whether it lies on a network drive; found out where it isn't said. */
  network?: boolean | undefined
}

/**
 * Pages that the reading connection keeps decrypted, at most. Decrypting a page anew costs about as much as reading a
 * hundred rows of it: with 250,000 consultations the first page of the list takes 31 ms with this and 300 ms with a quarter.
 */
const readCacheKibibytes = 65_536

/** A check of every page costs about 3 ms per MiB; larger files are checked page by page as they are read. */
const fullCheckBytes = 16 * 1024 * 1024

/**
 * Creates an empty database that carries our `application_id` and the vault's id.
 * @throws OfficeError `corrupt` when a file of that name is already there: it is never replaced
 */
export function createDatabase(folder: string, side: Side, key: Uint8Array, vaultId: string): void {
  const path = join(folder, sideFiles[side].file)
  if (existsSync(path)) {
    throw new OfficeError('corrupt', {
      part: side,
      detail: `Im Ordner liegt bereits eine Datei „${sideFiles[side].file}“. Sie wurde nicht verändert.`,
    })
  }
  const connection = new CipherConnection(path, key)
  try {
    connection.exec(`PRAGMA application_id = ${sideFiles[side].applicationId}`)
    connection.exec('CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
    connection.all('INSERT INTO meta (key, value) VALUES (?, ?)', ['vault_id', vaultId])
  } finally {
    connection.close()
  }
}

/**
 * Opens a database of a vault with a key that is already proven right (its slot's tag matched), so whatever fails to
 * decrypt here is damage and never a wrong passphrase. Nothing is created and nothing is written before all checks.
 * @throws OfficeError `corrupt`, `newer-version`, `read-only`, `busy`
 */
export function openDatabase(
  folder: string,
  side: Side,
  key: Uint8Array,
  expected: OpeningOptions,
): Connections {
  const path = join(folder, sideFiles[side].file)
  checkFile(path, side)
  const walState = checkWal(`${path}-wal`)
  if (walState === 'damaged') {
    throw new OfficeError('corrupt', {
      part: side,
      detail: `Das Schreibprotokoll „${sideFiles[side].file}-wal“ ist beschädigt.`,
    })
  }
  const wal = !(expected.network ?? isNetworkPath(folder))
  const writer = connect(path, side, key, { alone: !wal })
  try {
    checkContent(writer, side, expected)
    if (statSync(path).size <= fullCheckBytes) checkPages(writer, side)
    writer.exec(`PRAGMA journal_mode = ${wal ? 'WAL' : 'TRUNCATE'}`)
    // The lease says that nobody else is here. Where the server keeps locks, this holds even against somebody who doesn't know of the lease.
    if (!wal) writer.exec('BEGIN EXCLUSIVE; COMMIT')
    const reader = wal ? connect(path, side, key) : writer
    if (wal) reader.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${readCacheKibibytes}`)
    return { writer, reader, path, wal, droppedTail: walState === 'torn', letGo: null, descriptor: null, guard: expected.guard ?? (() => undefined) }
  } catch (error) {
    writer.close()
    throw error
  }
}

/** Closes both connections; the last one folds the log into the database. */
export function closeConnections(connections: Connections): void {
  const { writer, reader, descriptor } = connections
  connections.letGo?.()
  if (reader !== writer) reader.close()
  writer.close()
  if (descriptor !== null) closeSync(descriptor)
}

/**
 * Opens one more keyed connection with the settings every connection has.
 * @param options.alone no other connection may open the file. A log that a crash left on another drive is then folded in without shared
 *   memory, which doesn't work across a network (https://sqlite.org/wal.html#noshm)
 */
export function connect(path: string, side: Side, key: Uint8Array, { alone = false } = {}): CipherConnection {
  const connection = new CipherConnection(path, key)
  try {
    connection.exec('PRAGMA busy_timeout = 5000')
    if (alone) connection.exec('PRAGMA locking_mode = EXCLUSIVE')
    // Reading the first page proves the key; an error here is damage, because the key came out of an authentic slot.
    connection.pragma('user_version')
    connection.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY')
    return connection
  } catch (error) {
    connection.close()
    throw asCorrupt(error, side)
  }
}

/** Verifies the authentication code of every page. @throws OfficeError `corrupt` with the number of damaged pages */
export function checkPages(connection: CipherConnection, side: Side): void {
  const faults = connection.pragmaRows('cipher_integrity_check')
  if (faults.length === 0) return
  throw new OfficeError('corrupt', {
    part: side,
    detail: `In „${sideFiles[side].file}“ ${faults.length === 1 ? 'ist eine Seite' : `sind ${faults.length} Seiten`} beschädigt.`,
  })
}

function checkFile(path: string, side: Side): void {
  const name = sideFiles[side].file
  if (!existsSync(path)) {
    throw new OfficeError('corrupt', { part: side, detail: `Die Datei „${name}“ fehlt im Ordner des Tresors.` })
  }
  const { size } = statSync(path)
  // SQLite would take an empty file for a new database and hand out an empty office.
  if (size === 0) {
    throw new OfficeError('corrupt', { part: side, detail: `Die Datei „${name}“ ist leer (0 Bytes).` })
  }
  if (startsLikePlainDatabase(path)) {
    throw new OfficeError('corrupt', {
      part: side,
      detail: `Die Datei „${name}“ ist eine unverschlüsselte Datenbank und gehört nicht zu diesem Tresor.`,
    })
  }
}

/** Whether a file is a database that nobody has encrypted, and so none of a vault. */
export function startsLikePlainDatabase(path: string): boolean {
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  return head.toString('latin1').startsWith('SQLite format 3')
}

function checkContent(
  connection: CipherConnection,
  side: Side,
  expected: OpeningOptions,
): void {
  const name = sideFiles[side].file
  let vaultId: unknown
  try {
    if (connection.pragma('application_id') === sideFiles[side].applicationId) {
      vaultId = connection.all("SELECT value FROM meta WHERE key = 'vault_id'")[0]?.value
    }
  } catch (error) {
    throw asCorrupt(error, side)
  }
  if (vaultId !== expected.vaultId) {
    throw new OfficeError('corrupt', {
      part: side,
      detail: `Die Datei „${name}“ gehört nicht zu diesem Tresor.`,
    })
  }
  if (Number(connection.pragma('user_version')) > expected.newestVersion) {
    throw new OfficeError('newer-version', { part: side })
  }
}

function asCorrupt(error: unknown, side: Side): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (!/^SQLITE_(NOTADB|CORRUPT|IOERR_SHORT_READ)/.test(code)) return error
  return new OfficeError('corrupt', {
    part: side,
    detail: `Die Datei „${sideFiles[side].file}“ lässt sich nicht lesen.`,
  })
}
