import type { Insertable, Transaction, Updateable } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { ChangeLog } from './change-log.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { RecordDocument, RecordTypes } from './record-type.ts'
import type { RowImage, Rows } from './rows.ts'

/** What a transaction has done to a record. */
export interface ChangedRecord {
  ref: RecordRef
  tables: ReadonlySet<string>
  before: readonly RowImage[]
}

/**
 * The only way to change records. Every row that goes through `insert`, `update` and `remove` is logged with its image
 * before and after, so history and undo need nothing from the feature. Obtainable only from `DatabaseSide.write`.
 */
export class WriteTransaction<Schema extends MechanismSchema> {
  /** For reads inside the transaction. Writes past the log are for the mechanisms only. */
  readonly database: Transaction<Schema>
  /** Time of the whole transaction, ISO 8601 in UTC. */
  readonly now: string
  readonly #types: RecordTypes<Schema>
  readonly #log: ChangeLog
  readonly #rows: Rows
  readonly #touched = new Map<string, RecordRef>()
  /** Tables in which something of a record was changed, by the record's key. */
  readonly #tables = new Map<string, Set<string>>()
  /** Root rows as they were before, by the record's key: of what is changed or goes. */
  readonly #before = new Map<string, RowImage[]>()
  /** Records that began in this transaction, by their key. */
  readonly #created = new Set<string>()
  readonly #described = new Map<string, RecordDocument>()

  constructor(database: Transaction<Schema>, types: RecordTypes<Schema>, log: ChangeLog, rows: Rows, now: string) {
    this.database = database
    this.now = now
    this.#types = types
    this.#log = log
    this.#rows = rows
  }

  /** Records touched so far, each once. */
  get touched(): RecordRef[] {
    return [...this.#touched.values()]
  }

  /** Touched records with the tables in which something of them was changed, and what their root rows were before. */
  get changed(): ChangedRecord[] {
    return [...this.#touched].map(([key, ref]) => ({ ref, tables: this.#tables.get(key) ?? new Set(), before: this.#before.get(key) ?? [] }))
  }

  /** Adds a row. Root rows get `version`, `created_at`, `updated_at` from here. */
  async insert<T extends keyof Schema & string>(
    table: T,
    row: Omit<Insertable<Schema[T]>, 'version' | 'created_at' | 'updated_at'>,
  ): Promise<void> {
    const ref = this.#types.ofRow(table, row as RowImage)
    const isRoot = this.#types.get(ref.type).root === table
    const full = isRoot ? { ...row, version: 1, created_at: this.now, updated_at: this.now } : row
    this.#rows.insert(table, full)
    this.#log.add({ ref, table, rowId: String((row as RowImage).id), op: 'insert', before: null, after: full })
    this.#touch(ref, table)
    if (isRoot) this.#created.add(keyOf(ref))
  }

  /**
   * Changes the given columns of a row; columns that already have the value are no change.
   * @throws OfficeError `not-found`
   */
  async update<T extends keyof Schema & string>(table: T, id: string, patch: Updateable<Schema[T]>): Promise<void> {
    const current = this.#rows.read(table, id)
    if (!current) throw new OfficeError('not-found')
    const before: RowImage = {}
    const after: RowImage = {}
    for (const [column, value] of Object.entries(patch as RowImage)) {
      if (value === undefined || sameValue(current[column], value)) continue
      before[column] = current[column]
      after[column] = value
    }
    if (Object.keys(after).length === 0) return
    this.#rows.update(table, id, after)
    const ref = this.#types.ofRow(table, current)
    this.#log.add({ ref, table, rowId: id, op: 'update', before, after })
    this.#touch(ref, table, current)
  }

  /** Removes a row of a record's parts for good (it stays in the change log). Records themselves go to the trash. */
  async remove<T extends keyof Schema & string>(table: T, id: string): Promise<void> {
    const current = this.#rows.read(table, id)
    if (!current) return
    this.#rows.remove(table, id)
    const ref = this.#types.ofRow(table, current)
    if (this.#types.get(ref.type).root === table) this.#created.delete(keyOf(ref))
    this.#log.add({ ref, table, rowId: id, op: 'delete', before: current, after: null })
    this.#touch(ref, table, current)
  }

  /**
   * Brings the rows of a record's part to the wanted list: unknown ids are added, known ones changed, absent removed.
   * @param column the column of `table` that holds the record's id
   */
  async replaceRows<T extends keyof Schema & string>(
    table: T,
    column: keyof Schema[T] & string,
    recordId: string,
    rows: readonly (Insertable<Schema[T]> & { id: string })[],
  ): Promise<void> {
    const known = new Set(this.#rows.idsWhere(table, column, recordId))
    const wanted = new Set(rows.map((row) => row.id))
    for (const id of known) if (!wanted.has(id)) await this.remove(table, id)
    for (const row of rows) {
      if (known.has(row.id)) await this.update(table, row.id, row as unknown as Updateable<Schema[T]>)
      else await this.insert(table, row as never)
    }
  }

  /** Moves a record to the trash. */
  async trash(ref: RecordRef, personId: string): Promise<void> {
    const { root } = this.#types.get(ref.type)
    await this.update(root, ref.id, { deleted_at: this.now, deleted_by: personId } as never)
  }

  /**
   * Refuses to go on when a record has changed since the window read it.
   * @throws OfficeError `conflict` (with `current` left to the caller's `read`) or `not-found`
   */
  async expectVersion(ref: RecordRef, version: number, read?: () => Promise<unknown>): Promise<void> {
    const current = this.#rows.read(this.#types.get(ref.type).root, ref.id)
    if (!current) throw new OfficeError('not-found')
    if (current.version !== version) throw new OfficeError('conflict', { current: await read?.() })
  }

  /** Applies the inverse of a logged change without a feature's rules; used by undo alone. */
  async applyImage(ref: RecordRef, table: string, rowId: string, change: { from: RowImage | null; to: RowImage | null }): Promise<void> {
    if (change.to === null) {
      this.#rows.remove(table, rowId)
      this.#log.add({ ref, table, rowId, op: 'delete', before: change.from, after: null })
    } else if (change.from === null) {
      this.#rows.insert(table, change.to)
      this.#log.add({ ref, table, rowId, op: 'insert', before: null, after: change.to })
    } else {
      this.#rows.update(table, rowId, change.to)
      this.#log.add({ ref, table, rowId, op: 'update', before: change.from, after: change.to })
    }
    this.#touch(ref, table, change.from)
  }

  /**
   * Does some work of which nothing stays if it fails with an expected error; for undo of steps that may be divided.
   * @returns whether it was done
   */
  async attempt(work: () => Promise<void>, expected: (error: unknown) => boolean): Promise<boolean> {
    const touched = new Map(this.#touched)
    this.#rows.run('SAVEPOINT attempt', [])
    try {
      await work()
      this.#rows.run('RELEASE attempt', [])
      return true
    } catch (error) {
      this.#rows.run('ROLLBACK TO attempt', [])
      this.#rows.run('RELEASE attempt', [])
      this.#touched.clear()
      for (const [key, ref] of touched) this.#touched.set(key, ref)
      if (expected(error)) return false
      throw error
    }
  }

  /**
   * Hands in what search shall know of a record that this transaction writes, where the feature has it at hand anyway: a bulk
   * write is spared from reading every record again.
   */
  describe(ref: RecordRef, document: RecordDocument): void {
    this.#described.set(keyOf(ref), document)
  }

  /** What was handed in for a record. */
  described(ref: RecordRef): RecordDocument | undefined {
    return this.#described.get(keyOf(ref))
  }

  /** Whether a record began in this transaction: nothing that the transaction didn't touch can speak of it. */
  began(ref: RecordRef): boolean {
    return this.#created.has(keyOf(ref))
  }

  /** Whether a record is no longer there while another one still speaks of it. */
  vanishedButMentioned(ref: RecordRef): boolean {
    return this.#rows.read(this.#types.get(ref.type).root, ref.id) === null && this.#types.mentioning(this.#rows, ref).length > 0
  }

  /** The row as stored, or null. */
  async row(table: string, id: string): Promise<RowImage | null> {
    return this.#rows.read(table, id)
  }

  /** Raises the version of every touched record; gives the versions by record id. Called once, before the commit. */
  async raiseVersions(): Promise<Map<string, number>> {
    const versions = new Map<string, number>()
    for (const [key, { type, id }] of this.#touched) {
      // A new record has its first version from the beginning.
      const version = this.#created.has(key) ? 1 : this.#rows.raiseVersion(this.#types.get(type).root, id, this.now)
      if (version !== undefined) versions.set(id, version)
    }
    return versions
  }

  #touch(ref: RecordRef, table: string, before: RowImage | null = null): void {
    const key = keyOf(ref)
    this.#touched.set(key, ref)
    const tables = this.#tables.get(key)
    if (tables) tables.add(table)
    else this.#tables.set(key, new Set([table]))
    if (before !== null && this.#types.get(ref.type).root === table) this.#before.set(key, [...this.#before.get(key) ?? [], before])
  }
}

/** Whether a stored and a new value are the same to SQLite. */
export function sameValue(stored: unknown, wanted: unknown): boolean {
  if (stored instanceof Uint8Array && wanted instanceof Uint8Array) return Buffer.compare(stored, wanted) === 0
  return (stored ?? null) === (wanted ?? null)
}

function keyOf({ type, id }: RecordRef): string {
  return `${type}:${id}`
}
