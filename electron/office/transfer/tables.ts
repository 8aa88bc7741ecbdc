import type { Side } from '../../../shared/records/model.ts'
import type { CipherConnection } from '../database/driver.ts'

/** A table as an export describes it. */
export interface ExportedTable {
  name: string
  columns: { name: string; type: string; required: boolean; key: boolean }[]
  references: { column: string; table: string; target: string }[]
  /** How rows are read in order: by their number, or by the primary key where they have none. */
  order: readonly string[]
  rows: number
}

/** A table that is left out on purpose, with the German reason. */
export interface LeftOut {
  name: string
  reason: string
}

/** The content of attachments lies here in pieces; it is exported as whole files. */
export const chunkTable = 'attachment_chunk'

/** Whose content that is, on each side. */
export const paperTables: Readonly<Record<Side, string>> = { office: 'document', counselling: 'attachment' }

const derived = 'Suchverzeichnis; entsteht aus den übrigen Tabellen.'
const leftOutTables: Readonly<Record<string, string>> = {
  search_document: derived,
  sqlite_sequence: 'Verwaltung der Datenbank.',
  sqlite_stat1: 'Verwaltung der Datenbank.',
  sqlite_stat4: 'Verwaltung der Datenbank.',
}

/**
 * Every table of a database, either to be exported or left out with a reason. New tables are in by themselves: whoever wants one left
 * out has to say why here.
 */
export function tablesOf(connection: CipherConnection): { exported: ExportedTable[]; leftOut: LeftOut[] } {
  const listed = connection.all("SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' ORDER BY name")
  const exported: ExportedTable[] = []
  const leftOut: LeftOut[] = []
  for (const { name: given, type, wr } of listed) {
    const name = String(given)
    if (name === 'sqlite_schema') continue
    const reason = type === 'virtual' || type === 'shadow' ? derived : type === 'view' ? 'Abfrage über andere Tabellen.' : leftOutTables[name]
    if (reason) leftOut.push({ name, reason })
    else exported.push(describe(connection, name, wr === 1))
  }
  return { exported, leftOut }
}

function describe(connection: CipherConnection, name: string, withoutRowid: boolean): ExportedTable {
  const info = connection.all('SELECT name, type, "notnull" AS required, pk FROM pragma_table_info(?) ORDER BY cid', [name])
  const columns = info.map((column) => ({ name: String(column.name), type: String(column.type), required: column.required === 1, key: Number(column.pk) > 0 }))
  const references = connection.all('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq', [name])
    .map((reference) => ({ column: String(reference.from), table: String(reference.table), target: String(reference.to ?? 'id') }))
  const order = withoutRowid ? info.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk)).map((column) => String(column.name)) : ['rowid']
  return { name, columns, references, order, rows: Number(connection.all(`SELECT count(*) AS n FROM "${name}"`)[0]?.n ?? 0) }
}

/** Name of a side's part of an archive. */
export const partNames: Readonly<Record<Side, string>> = { office: 'buero', counselling: 'beratung' }
