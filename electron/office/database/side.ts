import { Kysely } from 'kysely'
import type { AuditNote } from '../../../shared/audit/model.ts'
import type { RecordRef, Side } from '../../../shared/records/model.ts'
import { appendAudit } from './audit-chain.ts'
import { ChangeLog, type Action, type Actor } from './change-log.ts'
import { CipherDialect } from './driver.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import { closeConnections, type Connections } from './open.ts'
import type { RecordType } from './record-type.ts'
import { RecordTypes } from './record-type.ts'
import { Rows } from './rows.ts'
import { indexRecord } from './search-index.ts'
import { WriteTransaction, type ChangedRecord } from './write-transaction.ts'

/** For reads. Repositories that only read take this; a {@link WriteTransaction}'s `database` fits too. */
export type ReadDatabase<Schema> = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>

/** What a write gives back besides its own result. */
export interface Written<T> {
  value: T
  /** Id of the change group, null when nothing differed. */
  change: string | null
  /** New versions by record id. */
  versions: ReadonlyMap<string, number>
}

/** Told after each commit which records it touched. */
export type CommitListener = (side: Side, records: readonly RecordRef[]) => void

/** Looks at what a transaction has changed before it is committed, and refuses it by throwing. */
export type CommitCheck<Schema> = (database: Kysely<Schema>, changed: readonly ChangedRecord[]) => Promise<void>

/** So many records are indexed in one go. */
const recordsPerBreath = 100

/**
 * From so many changed records on, emptying the search index once at the end is faster than after each of them: that costs
 * some 2 ms a record.
 */
const recordsInBulk = 2000

/** After a write the log is folded into the database soon, so that what was deleted leaves the log as well. */
const checkpointMilliseconds = 5_000

/** One open database of the vault with its mechanisms: change log, search index, versions, checkpoints. */
export class DatabaseSide<Schema extends MechanismSchema> {
  readonly side: Side
  readonly read: Kysely<Schema>
  readonly types: RecordTypes<Schema>
  readonly #writer: Kysely<Schema>
  readonly #connections: Connections
  readonly #onCommit: CommitListener
  readonly #check: CommitCheck<Schema> | null
  #checkpoint: NodeJS.Timeout | null = null
  /** Resolved unless writes are held back. */
  #free: Promise<void> = Promise.resolve()

  constructor(side: Side, connections: Connections, types: readonly RecordType<Schema>[], onCommit: CommitListener, check: CommitCheck<Schema> | null = null) {
    this.side = side
    this.types = new RecordTypes(types)
    this.#connections = connections
    this.#onCommit = onCommit
    this.#check = check
    this.#writer = new Kysely<Schema>({ dialect: new CipherDialect(connections.writer, connections.guard, () => this.#began()) })
    this.read =
      connections.reader === connections.writer
        ? this.#writer
        : new Kysely<Schema>({ dialect: new CipherDialect(connections.reader) })
  }

  /** For migrations and other work on the schema itself, which the change log doesn't follow. */
  get schema(): Kysely<Schema> {
    return this.#writer
  }

  get connections(): Connections {
    return this.#connections
  }

  /**
   * Runs one transaction: all of it is stored, logged and searchable, or nothing is.
   * Listeners hear of it only after the commit.
   */
  async write<T>(actor: Actor, action: Action, work: (transaction: WriteTransaction<Schema>) => Promise<T>): Promise<Written<T>> {
    await this.#whenFree()
    const now = new Date().toISOString()
    let touched: RecordRef[] = []
    const written = await this.#writer.transaction().execute(async (database) => {
      const rows = new Rows(this.#connections.writer)
      const log = new ChangeLog(rows, actor, action, now)
      const transaction = new WriteTransaction<Schema>(database, this.types, log, rows, now)
      const value = await work(transaction)
      await this.#check?.(database, transaction.changed)
      const versions = await transaction.raiseVersions()
      if (action.audit && log.group) appendAudit(rows, actor, action.audit, now)
      touched = transaction.touched
      touched.push(...await this.#index(database, rows, touched, transaction))
      return { value, change: log.group, versions }
    })
    if (touched.length > 0) this.#onCommit(this.side, touched)
    this.#checkpointSoon()
    return written
  }

  /** Writes that are no records and have no history: drafts, preferences. */
  async writeUnlogged<T>(work: (database: Kysely<Schema>) => Promise<T>): Promise<T> {
    await this.#whenFree()
    const value = await this.#writer.transaction().execute(work)
    this.#checkpointSoon()
    return value
  }

  /**
   * Writes entries to the tamper-evident log, and what they tell of in the same transaction.
   * @returns numbers of the entries with what the work gives
   */
  async writeAudited<T>(actor: Actor, notes: readonly AuditNote[], work: (database: Kysely<Schema>, now: string) => Promise<T>): Promise<{ value: T; entries: number[] }> {
    const now = new Date().toISOString()
    return this.writeUnlogged(async (database) => {
      const rows = new Rows(this.#connections.writer)
      const entries = notes.map((note) => appendAudit(rows, actor, note, now))
      return { value: await work(database, now), entries }
    })
  }

  /** Tells the listeners of records that were changed past the change log. */
  announce(records: readonly RecordRef[]): void {
    if (records.length > 0) this.#onCommit(this.side, records)
  }

  /** Runs something while nobody writes; writes that come meanwhile wait for it. */
  async betweenWrites<T>(work: () => Promise<T>): Promise<T> {
    return this.#writer.connection().execute(work)
  }

  /**
   * Has writes wait while something else in this process reads the file by a connection of its own. On a network drive the file is locked for
   * everybody else all the time; nothing is written meanwhile, so a lock for reading is enough, and it is taken back afterwards.
   */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    const { wal, writer } = this.#connections
    if (wal) return work()
    return this.betweenWrites(async () => {
      // The lock goes with the next read (https://sqlite.org/pragma.html#pragma_locking_mode).
      writer.exec('PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema')
      try {
        return await work()
      } finally {
        writer.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
      }
    })
  }

  /**
   * Has writes wait, once those under way are done; reads go on.
   * @returns lets them go on
   */
  async holdWrites(): Promise<() => void> {
    let open = (): void => {}
    this.#free = new Promise((resolve) => {
      open = resolve
    })
    try {
      // Whoever has just got past is in the queue by then.
      await new Promise((resolve) => setImmediate(resolve))
      await this.betweenWrites(async () => undefined)
      return open
    } catch (error) {
      open()
      throw error
    }
  }

  /** Folds the log into the database as soon as nobody writes. */
  async foldLog(): Promise<void> {
    await this.betweenWrites(async () => this.#truncateLog())
  }

  /** Folds the log into the database, ends both connections. */
  async close(): Promise<void> {
    if (this.#checkpoint) clearTimeout(this.#checkpoint)
    this.#connections.letGo?.()
    await this.read.destroy()
    await this.#writer.destroy()
    this.#truncateLog()
    closeConnections(this.#connections)
  }

  /** Indexes what was touched, and whatever speaks of a record that is called otherwise now; gives the latter. */
  async #index(database: Kysely<Schema>, rows: Rows, touched: readonly RecordRef[], transaction: WriteTransaction<Schema>): Promise<RecordRef[]> {
    const seen = new Set(touched.map(({ type, id }) => `${type}:${id}`))
    const mentioning: RecordRef[] = []
    let indexed = 0
    const isBulk = touched.filter((record) => !transaction.began(record)).length >= recordsInBulk
    if (isBulk) rows.run("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 0)", [])
    for (const record of touched) {
      indexed += 1
      // A bulk write goes on answering other calls meanwhile.
      if (indexed % recordsPerBreath === 0) await new Promise((resolve) => setImmediate(resolve))
      if (!(await indexRecord(database, rows, this.types, record, transaction.described(record))) || transaction.began(record)) continue
      for (const other of this.types.mentioning(rows, record)) {
        if (seen.has(`${other.type}:${other.id}`)) continue
        seen.add(`${other.type}:${other.id}`)
        mentioning.push(other)
      }
    }
    for (const record of mentioning) await indexRecord(database, rows, this.types, record)
    if (isBulk) {
      // Words of what has gone leave the index within the same transaction.
      rows.run("INSERT INTO search_index (search_index) VALUES ('optimize')", [])
      rows.run("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)", [])
    }
    return mentioning
  }

  async #whenFree(): Promise<void> {
    for (let free; free !== this.#free;) {
      free = this.#free
      await free
    }
  }

  /** Without a log, whatever writes past the gate ends a standstill of the file. */
  #began(): void {
    if (!this.#connections.wal) this.#connections.letGo?.()
  }

  #checkpointSoon(): void {
    if (!this.#connections.wal || this.#checkpoint) return
    this.#checkpoint = setTimeout(() => {
      this.#checkpoint = null
      this.#truncateLog()
    }, checkpointMilliseconds)
    this.#checkpoint.unref()
  }

  #truncateLog(): void {
    if (!this.#connections.wal) return
    try {
      this.#connections.writer.pragmaRows('wal_checkpoint(TRUNCATE)')
    } catch {
      // Everything committed is safe in the log. Whatever stands in the way (an open transaction, a full disk) is
      // tried again after the next write, and a damaged page will say so to whoever reads it.
    }
  }
}
