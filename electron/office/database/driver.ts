import { Database } from '@signalapp/sqlcipher'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/**
 * The only file that knows the SQLCipher binding. Everything else sees Kysely or {@link CipherConnection}.
 *
 * The binding has no `reader` flag, no `iterate` and no `backup()`, so Kysely's own SQLite dialect can't drive it.
 *
 * It gets no logger: without one SQLite's messages, which quote statements, go nowhere. With one, a thread that is ended while it has a database open
 * takes the whole process along as soon as closing it is worth a message (`driver.test.ts`).
 */

/** A value that the binding can bind or return. It refuses `boolean`, `undefined` and `Date`. */
export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>
export type SqlRow = Record<string, SqlValue>

const statementsKept = 200

type Statement = ReturnType<Database['prepare']>

/** One open, keyed SQLCipher connection with a bounded cache of prepared statements. */
export class CipherConnection {
  readonly #database: Database
  readonly #statements = new Map<string, Statement>()

  /**
   * Opens `path` (creating the file if it is missing: callers check first) and sets the raw key.
   * @param key 32 bytes, used as raw SQLCipher key, so that no key derivation runs here
   */
  constructor(path: string, key: Uint8Array) {
    this.#database = new Database(path)
    // SQLCipher has a log of its own that goes to stderr.
    this.#database.exec('PRAGMA cipher_log_level = NONE')
    // By exec and never by pragma(): the binding would keep a statement's text, key included, in its cache.
    this.#database.exec(`PRAGMA key = "x'${Buffer.from(key).toString('hex')}'"`)
  }

  /** Runs statements without parameters and without a result. */
  exec(sql: string): void {
    this.#database.exec(sql)
  }

  /** Runs one statement and gives its rows; statements without rows give an empty list. */
  all(sql: string, parameters: readonly SqlValue[] = []): SqlRow[] {
    return this.#prepare(sql).all(parameters) as SqlRow[]
  }

  /** Runs one statement that gives no rows; how many rows it touched. */
  run(sql: string, parameters: readonly SqlValue[] = []): number {
    return this.#prepare(sql).run(parameters).changes
  }

  /** The first value of a one-row pragma such as `user_version`. */
  pragma(source: string): SqlValue | undefined {
    return this.#database.pragma(source, { simple: true }) as SqlValue | undefined
  }

  /** All rows of a pragma such as `cipher_integrity_check`. */
  pragmaRows(source: string): SqlRow[] {
    return this.#database.pragma(source) as SqlRow[]
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.close()
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(sql: string): Statement {
    const kept = this.#statements.get(sql)
    if (kept) {
      // Re-inserting keeps the map in order of last use.
      this.#statements.delete(sql)
      this.#statements.set(sql, kept)
      return kept
    }
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    if (this.#statements.size > statementsKept) {
      const [oldest, unused] = this.#statements.entries().next().value as [string, Statement]
      this.#statements.delete(oldest)
      unused.close()
    }
    return statement
  }
}

/** Kysely dialect over one {@link CipherConnection}; the connection is opened and closed by its owner. */
export class CipherDialect implements Dialect {
  readonly #connection: CipherConnection
  readonly #guard: () => void
  readonly #began: () => void

  /**
   * @param guard asked when a transaction begins and before it is committed; what it throws ends the transaction
   * @param began told when a transaction begins
   */
  constructor(connection: CipherConnection, guard: () => void = () => undefined, began: () => void = () => undefined) {
    this.#connection = connection
    this.#guard = guard
    this.#began = began
  }

  createDriver(): Driver {
    return new CipherDriver(this.#connection, this.#guard, this.#began)
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }

  createIntrospector(...[database]: Parameters<Dialect['createIntrospector']>): SqliteIntrospector {
    return new SqliteIntrospector(database)
  }
}

/** SQLite's DDL is transactional; Kysely's adapter says otherwise and would migrate without a transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class CipherDriver implements Driver {
  readonly #cipher: CipherConnection
  readonly #connection: KyselyConnection
  readonly #guard: () => void
  readonly #began: () => void
  #tail: Promise<void> = Promise.resolve()
  #release: (() => void) | null = null

  constructor(cipher: CipherConnection, guard: () => void, began: () => void) {
    this.#cipher = cipher
    this.#guard = guard
    this.#began = began
    this.#connection = new KyselyConnection(cipher)
  }

  async init(): Promise<void> {}

  /** One connection, so a transaction must keep everybody else out until it has ended. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail
    let release = (): void => {}
    this.#tail = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    const release = this.#release
    this.#release = null
    release?.()
  }

  /** IMMEDIATE: a second writer waits at the start and not, with work already done, at its first write. */
  async beginTransaction(): Promise<void> {
    this.#guard()
    this.#began()
    this.#cipher.exec('BEGIN IMMEDIATE')
  }

  /** Asked again, because a transaction may take long; Kysely rolls back what is refused here. */
  async commitTransaction(): Promise<void> {
    this.#guard()
    this.#cipher.exec('COMMIT')
  }

  async rollbackTransaction(): Promise<void> {
    try {
      this.#cipher.exec('ROLLBACK')
    } catch (error) {
      // After some errors (a full disk, a failed write) SQLite has rolled back by itself; the error to tell is that one.
      if (!String((error as Error).message).includes('no transaction is active')) throw error
    }
  }

  async destroy(): Promise<void> {}
}

class KyselyConnection implements DatabaseConnection {
  readonly #cipher: CipherConnection

  constructor(cipher: CipherConnection) {
    this.#cipher = cipher
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters, query: node } = query
    const values = parameters as readonly SqlValue[]
    const writes = node.kind === 'InsertQueryNode' || node.kind === 'UpdateQueryNode' || node.kind === 'DeleteQueryNode'
    if (writes && node.returning === undefined) return { rows: [], numAffectedRows: BigInt(this.#cipher.run(sql, values)) }
    const rows = this.#cipher.all(sql, values) as R[]
    return writes ? { rows, numAffectedRows: BigInt(rows.length) } : { rows }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The SQLCipher binding cannot stream rows; read pages instead.')
  }
}
