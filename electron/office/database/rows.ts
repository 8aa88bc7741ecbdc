import type { CipherConnection, SqlRow, SqlValue } from './driver.ts'

/** Column values of one row. */
export type RowImage = Record<string, unknown>

/**
 * Plain row operations for the mechanisms, which know tables only by name and run them thousands of times in a bulk
 * write: prepared statements without a query builder in between halve the time of an import. To be used inside a
 * transaction of the same connection; every name comes from the registry of record types or from this folder.
 */
export class Rows {
  readonly #connection: CipherConnection
  /** The statements of a bulk write, by table and columns. */
  readonly #inserts = new Map<string, string>()

  constructor(connection: CipherConnection) {
    this.#connection = connection
  }

  read(table: string, id: string): RowImage | null {
    return this.#connection.all(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [id])[0] ?? null
  }

  /** Whether a row is there and not in the trash. */
  present(root: string, id: string): boolean {
    return this.#connection.all(`SELECT 1 FROM ${quoted(root)} WHERE id = ? AND deleted_at IS NULL`, [id]).length > 0
  }

  idsWhere(table: string, column: string, value: string): string[] {
    const rows = this.#connection.all(`SELECT id FROM ${quoted(table)} WHERE ${quoted(column)} = ?`, [value])
    return rows.map((row) => String(row.id))
  }

  /**
   * The different values that a column has in the rows where another column has `value`, which is an id and never empty:
   * said once more in the statement, that opens an index of the rows that have one.
   */
  distinct(table: string, wanted: string, column: string, value: string): string[] {
    const rows = this.#connection.all(`SELECT DISTINCT ${quoted(wanted)} AS wanted FROM ${quoted(table)} WHERE ${quoted(column)} = ? AND ${quoted(column)} <> ''`, [value])
    return rows.map((row) => String(row.wanted))
  }

  insert(table: string, row: RowImage): void {
    const columns = Object.keys(row).filter((column) => row[column] !== undefined)
    const key = `${table} ${columns.join(' ')}`
    let sql = this.#inserts.get(key)
    if (sql === undefined) {
      sql = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
      this.#inserts.set(key, sql)
    }
    this.#connection.run(sql, columns.map((column) => row[column] as SqlValue))
  }

  update(table: string, id: string, columns: RowImage): void {
    const names = Object.keys(columns)
    this.#connection.all(`UPDATE ${quoted(table)} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`, [
      ...names.map((name) => columns[name] as SqlValue),
      id,
    ])
  }

  remove(table: string, id: string): void {
    this.#connection.all(`DELETE FROM ${quoted(table)} WHERE id = ?`, [id])
  }

  /** Raises a record's version; the new one, or undefined when the record is gone. */
  raiseVersion(root: string, id: string, now: string): number | undefined {
    const sql = `UPDATE ${quoted(root)} SET version = version + 1, updated_at = ? WHERE id = ? RETURNING version`
    return this.#connection.all(sql, [now, id])[0]?.version as number | undefined
  }

  /** Runs one statement of the mechanisms. */
  run(sql: string, parameters: readonly SqlValue[]): SqlRow[] {
    return this.#connection.all(sql, parameters)
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
