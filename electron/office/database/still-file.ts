import { openSync, read, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { OfficeError } from '../../../shared/errors.ts'
import { connect } from './open.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { DatabaseSide } from './side.ts'

const readAt = promisify(read)
const tries = 20
const pauseMilliseconds = 50

/** A database file whose bytes don't change while it is held, so that a plain copy of them is a whole database. */
export interface StillFile {
  readonly bytes: number
  /** False as soon as somebody else needed the file: what was read since then may not belong together. */
  readonly held: boolean
  /** Fills `buffer` from a place in the file on. @returns bytes read, 0 at the end */
  read(buffer: Uint8Array, position: number): Promise<number>
  letGo(): void
}

/**
 * Holds a database that is in use still.
 *
 * With a write-ahead log, the log is folded in first and then a read transaction is begun on the empty log: such a reader reads the file
 * itself, so nothing may be folded in until it has ended (https://sqlite.org/wal.html, "Checkpointing"). Meanwhile people go on
 * writing into the log. Without one (network drives) writes wait until the copy is done, and reads go on.
 * @throws OfficeError `busy` when a long read stood in the way all the time
 */
export async function holdStill<Schema extends MechanismSchema>(database: DatabaseSide<Schema>, key: Uint8Array): Promise<StillFile> {
  for (let attempt = 1; ; attempt++) {
    const still = await holdOnce(database, key)
    if (still) return still
    if (attempt === tries) throw new OfficeError('busy')
    await pause(pauseMilliseconds)
  }
}

/** @returns null when somebody needed the file before it was still */
async function holdOnce<Schema extends MechanismSchema>(database: DatabaseSide<Schema>, key: Uint8Array): Promise<StillFile | null> {
  const { connections, side } = database
  const { path, wal } = connections
  connections.letGo?.()
  let held = true
  let end = (): void => {}
  const letGo = (): void => {
    if (!held) return
    held = false
    if (connections.letGo === letGo) connections.letGo = null
    end()
  }
  connections.letGo = letGo
  try {
    end = wal ? await holdByReading(database, path, key) : await database.holdWrites()
  } catch (error) {
    letGo()
    throw error
  }
  if (!held) {
    end()
    return null
  }
  connections.descriptor ??= openSync(path, 'r')
  const descriptor = connections.descriptor
  const bytes = statSync(path).size
  if (bytes === 0) {
    letGo()
    throw new OfficeError('corrupt', { part: side })
  }
  return {
    bytes,
    get held() {
      return held
    },
    read: async (buffer, position) => (await readAt(descriptor, buffer, 0, Math.min(buffer.length, bytes - position), position)).bytesRead,
    letGo,
  }
}

async function holdByReading<Schema extends MechanismSchema>(database: DatabaseSide<Schema>, path: string, key: Uint8Array): Promise<() => void> {
  const reader = connect(path, database.side, key)
  try {
    reader.exec('PRAGMA busy_timeout = 0')
    for (let attempt = 0; attempt < tries; attempt++) {
      const still = await database.betweenWrites(async () => {
        if (reader.pragmaRows('wal_checkpoint(TRUNCATE)')[0]?.busy !== 0) return false
        reader.exec('BEGIN')
        // The transaction begins with its first read.
        reader.all('SELECT count(*) FROM sqlite_schema')
        return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0
      })
      if (still) {
        return () => {
          reader.exec('ROLLBACK')
          reader.close()
        }
      }
      try {
        reader.exec('ROLLBACK')
      } catch {
        // The log could not be emptied, so no transaction was begun.
      }
      await pause(pauseMilliseconds)
    }
    throw new OfficeError('busy')
  } catch (error) {
    reader.close()
    throw error
  }
}
