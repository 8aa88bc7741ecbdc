import type { CipherConnection, SqlRow, SqlValue } from '../database/driver.ts'
import { chunkTable, type ExportedTable } from './tables.ts'

const rowsPerPage = 500

/** A file of an export: its name in the part, how long it is, and its content piece by piece. */
export interface ContentFile {
  name: string
  bytes: number
  pieces: Iterable<Uint8Array>
}

/** Rows of a table in order, in pages that fit into memory. Contents of attachments come by {@link attachmentFiles}. */
export function* rowsOf(connection: CipherConnection, { name, columns, order }: ExportedTable): Generator<SqlRow[]> {
  const key = order.map((column) => `"${column}"`).join(', ')
  const selected = columns.map((column) => `"${column.name}" AS "${column.name}"`).join(', ')
  const places = order.map((column, index) => `"${column}" AS "$${index}"`).join(', ')
  // Contents of several MB each: one at a time.
  const limit = columns.some(({ type }) => type === 'BLOB') ? 1 : rowsPerPage
  let last: SqlValue[] | null = null
  for (;;) {
    const after: string = last === null ? '' : `WHERE (${key}) > (${order.map(() => '?').join(', ')})`
    const page = connection.all(`SELECT ${places}, ${selected} FROM "${name}" ${after} ORDER BY ${key} LIMIT ${limit}`, last ?? [])
    const end = page.at(-1)
    if (!end) return
    last = order.map((_, index) => end[`$${index}`] ?? null)
    yield page.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !column.startsWith('$'))))
    if (page.length < limit) return
  }
}

/** Path of an attachment's content within its part. Nothing of its name, which may be that of a person. */
export function attachmentPath(id: string, kind: unknown): string {
  const ending = typeof kind === 'string' && /^[a-z0-9]{1,5}$/u.test(kind) ? kind : 'bin'
  return `dateien/anlage-${safe(id)}.${ending}`
}

/** Contents of attachments, each as the whole that was taken apart for the database. */
export function* attachmentFiles(connection: CipherConnection, papers: string): Generator<ContentFile & { chunks: number }> {
  const kinds = new Map(connection.all(`SELECT id, kind FROM "${papers}"`).map(({ id, kind }) => [id, kind]))
  const lengths = connection.all(`SELECT attachment_id AS id, sum(length(bytes)) AS bytes, count(*) AS chunks FROM ${chunkTable} GROUP BY attachment_id ORDER BY attachment_id`)
  for (const { id, bytes, chunks } of lengths) {
    yield { name: attachmentPath(String(id), kinds.get(id ?? null)), bytes: Number(bytes), chunks: Number(chunks), pieces: piecesOf(connection, id ?? null) }
  }
}

function* piecesOf(connection: CipherConnection, id: SqlValue): Generator<Uint8Array> {
  const positions = connection.all(`SELECT position FROM ${chunkTable} WHERE attachment_id = ? ORDER BY position`, [id])
  for (const { position } of positions) {
    const bytes = connection.all(`SELECT bytes FROM ${chunkTable} WHERE attachment_id = ? AND position = ?`, [id, position ?? null])[0]?.bytes
    if (bytes instanceof Uint8Array) yield bytes
  }
}

/** Path of the content of a column within its part. */
export function cellPath(table: string, column: string, key: readonly SqlValue[]): string {
  return `dateien/${table}-${column}-${safe(key.join('-'))}.bin`
}

function safe(id: string): string {
  return id.replaceAll(/[^\w-]/gu, '_').slice(0, 40)
}
