import type { RecordRef } from '../../../shared/records/model.ts'
import type { DestructionSchema, StrayRow } from './destroy.ts'
import type { RecordTypes } from './record-type.ts'
import { Rows } from './rows.ts'
import type { DatabaseSide } from './side.ts'

/** What goes when a record is destroyed. */
export interface DestructionScope {
  /** The record itself first, then whatever hangs on it. */
  records: RecordRef[]
  strays: StrayRow[]
}

/** A column that leads from a table to records of a type. */
export interface OwningColumn {
  table: string
  column: string
  type: string
}

/**
 * Columns whose names end like a reference but lead to people of the office, to the office side, or to what belongs to no case.
 * A new one has to be put here on purpose, or destruction takes it for a reference that it doesn't understand and a test fails.
 */
export const foreignColumns: ReadonlySet<string> = new Set([
  'person_id', 'counsellor_id', 'responsible_id', 'proposed_by_id', 'contact_id', 'rule_id', 'practice_id', 'group_id', 'record_id', 'row_id', 'entry_id', 'arrangement_id',
  // Followed by the record type's `destroyedAlong`.
  'merged_id',
])

/**
 * Which columns lead to which records, read from the schema itself so that no table can be forgotten: by the foreign key, or by
 * the name (`case_id` leads to the record type `case`).
 * @returns the columns, and those that look like a reference and lead nowhere that is known
 */
export function owningColumns<Schema extends DestructionSchema>({ connections, types }: Pick<DatabaseSide<Schema>, 'connections' | 'types'>): { known: OwningColumn[]; unknown: string[] } {
  const rows = new Rows(connections.writer)
  const known: OwningColumn[] = []
  const unknown: string[] = []
  const tables = rows.run("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'", []).map(({ name }) => String(name))
  for (const table of tables) {
    const targets = new Map(rows.run(`PRAGMA foreign_key_list("${table}")`, []).map((key) => [String(key.from), String(key.table)]))
    for (const { name } of rows.run(`PRAGMA table_info("${table}")`, [])) {
      const column = String(name)
      const type = targets.has(column) ? rootType(types, targets.get(column) ?? '') : column === 'id' ? undefined : namedType(types, column)
      if (type !== undefined) known.push({ table, column, type })
      else if (column !== 'id' && column.endsWith('_id') && !foreignColumns.has(column)) unknown.push(`${table}.${column}`)
    }
  }
  return { known, unknown }
}

/**
 * Finds everything that hangs on a record: records that lead to it, records that bear its id, what its type names itself
 * (`destroyedAlong`), and rows of records that stay.
 */
export async function destructionScope<Schema extends DestructionSchema>(side: DatabaseSide<Schema>, first: RecordRef): Promise<DestructionScope> {
  const rows = new Rows(side.connections.writer)
  const columns = owningColumns(side).known
  const records = new Map([[keyOf(first), first]])
  const strays = new Map<string, StrayRow>()
  // A map goes on giving what is added while it is walked.
  for (const ref of records.values()) {
    for (const { type, root } of side.types.all()) {
      if (type !== ref.type && rows.read(root, ref.id) !== null) records.set(keyOf({ type, id: ref.id }), { type, id: ref.id })
    }
    for (const along of await side.types.get(ref.type).destroyedAlong?.(side.read, ref.id) ?? []) records.set(keyOf(along), along)
    for (const { table, column } of columns.filter(({ type }) => type === ref.type)) {
      const owner = side.types.ownerOf(table)
      if (!owner) continue
      const cleared = (side.types.get(ref.type).clearedIn as Record<string, string> | undefined)?.[table] === column
      for (const row of rows.run(`SELECT * FROM "${table}" WHERE "${column}" = ?`, [ref.id])) {
        const of = { type: owner.type.type, id: String(row[owner.column]) }
        if (owner.type.root === table && !cleared) records.set(keyOf(of), of)
        else if (keyOf(of) !== keyOf(ref)) strays.set(`${table}:${String(row.id)}:${column}`, { table, id: String(row.id), owner: of, cleared: cleared ? column : null })
      }
    }
  }
  return { records: [...records.values()], strays: [...strays.values()].filter(({ owner }) => !records.has(keyOf(owner))) }
}

function rootType<Schema>(types: RecordTypes<Schema>, table: string): string | undefined {
  return types.all().find(({ root }) => root === table)?.type
}

/** `case_id`, `linked_case_id` and `other_case_id` lead to records of the type `case`, `release_id` to `secrecy-release`. */
function namedType<Schema>(types: RecordTypes<Schema>, column: string): string | undefined {
  const name = /^(.+)_id$/u.exec(column)?.[1]
  if (name === undefined || foreignColumns.has(column)) return undefined
  const plain = (text: string): string => text.replaceAll('-', '_')
  return types.all().find(({ type, root }) => [plain(type), root].some((known) => name === known || name.endsWith(`_${known}`) || known.endsWith(`_${name}`)))?.type
}

function keyOf({ type, id }: RecordRef): string {
  return `${type}:${id}`
}
