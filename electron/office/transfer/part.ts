import { createHash } from 'node:crypto'
import type { Side } from '../../../shared/records/model.ts'
import type { CipherConnection, SqlRow, SqlValue } from '../database/driver.ts'
import { readmeOfPart } from './readme.ts'
import { attachmentFiles, attachmentPath, cellPath, rowsOf, type ContentFile } from './rows.ts'
import { chunkTable, paperTables, tablesOf, type ExportedTable, type LeftOut } from './tables.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

/** Version of the format; it rises when something of it is to be read otherwise. */
export const exportVersion = 1
export const manifestName = 'manifest.json'

/** Text of one file of rows, at most about so much. */
const textBytes = 4 * 1024 * 1024

/** What stands in `manifest.json`, the last file of a part. */
export interface PartManifest {
  format: 'integrationsbuero-export'
  version: number
  part: Side
  vaultId: string
  officeName: string
  exportedAt: string
  /** `user_version` of the database. */
  schemaVersion: number
  tables: { name: string; rows: number; files: string[] }[]
  leftOut: LeftOut[]
  files: { name: string; bytes: number; sha256: string }[]
}

/** A database that is exported, open and in a read transaction, so that all of it is of one moment. */
export interface PartSource {
  side: Side
  connection: CipherConnection
  vaultId: string
  officeName: string
  exportedAt: string
}

/** Told of each row and file that was written. */
export type Counted = (items: number) => void

/** How many rows a part will have. */
export function itemsOf(connection: CipherConnection): number {
  return tablesOf(connection).exported.reduce((sum, { rows }) => sum + rows, 0)
}

/** One side of the vault as a tar archive, piece by piece. @returns what stands in its manifest */
export function* writePart({ side, connection, vaultId, officeName, exportedAt }: PartSource, counted: Counted): Generator<Uint8Array, PartManifest> {
  const seconds = Math.floor(Date.parse(exportedAt) / 1000)
  const { exported, leftOut } = tablesOf(connection)
  const manifest: PartManifest = {
    format: 'integrationsbuero-export', version: exportVersion, part: side, vaultId, officeName, exportedAt,
    schemaVersion: Number(connection.pragma('user_version')), tables: [], leftOut, files: [],
  }

  function* put({ name, bytes, pieces }: ContentFile): Generator<Uint8Array> {
    const hash = createHash('sha256')
    yield tarHeader(name, bytes, seconds)
    let written = 0
    for (const piece of pieces) {
      hash.update(piece)
      written += piece.length
      yield piece
    }
    if (written !== bytes) throw new Error(`${name} has another size than was told`)
    yield tarPadding(bytes)
    manifest.files.push({ name, bytes, sha256: hash.digest('hex') })
  }
  const putText = (name: string, text: string) => put(wholeFile(name, Buffer.from(text, 'utf8')))

  yield* putText('LIESMICH.txt', readmeOfPart(side))
  yield* putText('schema.json', json(exported.map(({ name, columns, references }) => ({ table: name, columns, references }))))
  for (const table of exported) {
    const entry: PartManifest['tables'][number] = { name: table.name, rows: 0, files: [] }
    manifest.tables.push(entry)
    if (table.name === chunkTable) {
      for (const file of attachmentFiles(connection, paperTables[side])) {
        yield* put(file)
        entry.files.push(file.name)
        entry.rows += file.chunks
        counted(file.chunks)
      }
      continue
    }
    for (const text of textsOf(connection, table, paperTables[side])) {
      for (const cell of text.cells) yield* put(cell)
      const name = `tabellen/${table.name}-${String(entry.files.length + 1).padStart(4, '0')}.jsonl`
      yield* putText(name, text.lines)
      entry.files.push(name)
      entry.rows += text.rows
      counted(text.rows)
    }
  }
  const text = Buffer.from(json(manifest), 'utf8')
  yield tarHeader(manifestName, text.length, seconds)
  yield text
  yield tarPadding(text.length)
  yield tarEnd()
  return manifest
}

interface RowText {
  lines: string
  rows: number
  cells: ContentFile[]
}

/** Rows of a table as JSON Lines, in texts that fit into memory, each with the contents that its rows lead to. */
function* textsOf(connection: CipherConnection, table: ExportedTable, papers: string): Generator<RowText> {
  let text: RowText = { lines: '', rows: 0, cells: [] }
  for (const page of rowsOf(connection, table)) {
    for (const row of page) {
      text.lines += `${JSON.stringify(asJson(row, table, papers, text.cells))}\n`
      text.rows += 1
    }
    if (text.lines.length < textBytes && text.cells.length === 0) continue
    yield text
    text = { lines: '', rows: 0, cells: [] }
  }
  if (text.rows > 0) yield text
}

function asJson(row: SqlRow, { name, columns }: ExportedTable, papers: string, cells: ContentFile[]): Record<string, unknown> {
  const key = columns.filter((column) => column.key).map((column) => row[column.name] ?? null)
  const values = Object.entries(row).map(([column, value]): [string, unknown] => [column, value instanceof Uint8Array ? { $datei: moved(name, column, key, value, cells) } : value])
  // The content of an attachment stands beside its row, not in it.
  if (name === papers) values.push(['$datei', attachmentPath(String(row.id), row.kind)])
  return Object.fromEntries(values)
}

function moved(table: string, column: string, key: readonly SqlValue[], value: Uint8Array, cells: ContentFile[]): string {
  const path = cellPath(table, column, key)
  cells.push(wholeFile(path, value))
  return path
}

function wholeFile(name: string, content: Uint8Array): ContentFile {
  return { name, bytes: content.length, pieces: [content] }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
