import { sql, type Kysely } from 'kysely'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { RowImage } from './rows.ts'
import type { ReadDatabase } from './side.ts'
import type { WriteTransaction } from './write-transaction.ts'

/** A column that holds the id of a record. */
export interface LinkColumn<Schema> {
  table: keyof Schema & string
  column: string
}

/** A link that a merge moved. */
export interface MovedLink {
  table: string
  column: string
  id: string
}

/** How many links lead to a record. */
export async function countLinks<Schema>(database: ReadDatabase<Schema>, columns: readonly LinkColumn<Schema>[], id: string): Promise<number> {
  let total = 0
  for (const { table, column } of columns) {
    const { rows } = await sql<{ total: number }>`SELECT count(*) AS total FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`.execute(database as Kysely<Schema>)
    total += rows[0]?.total ?? 0
  }
  return total
}

/**
 * Leads every link of one record to another. A row that would then stand there twice, or that the database doesn't allow (a member
 * that the list has already), stays with the record that goes: it is seen no more, and is there again when the merge is undone.
 */
export async function moveLinks<Schema extends MechanismSchema>(
  transaction: WriteTransaction<Schema>, columns: readonly LinkColumn<Schema>[], from: string, to: string,
): Promise<MovedLink[]> {
  const moved: MovedLink[] = []
  for (const { table, column } of columns) {
    const there = new Set((await rowsOf(transaction, table, column, to)).map((row) => contentOf(row, column)))
    for (const row of await rowsOf(transaction, table, column, from)) {
      const id = String(row.id)
      // The two themselves, and what both have.
      if (id === to || id === from || there.has(contentOf(row, column))) continue
      if (!(await tryUpdate(transaction, table, id, column, to))) continue
      moved.push({ table, column, id })
    }
  }
  return moved
}

/** Leads links back that still lead to one of `holders`; gives how many went back and how many have gone elsewhere since. */
export async function moveLinksBack<Schema extends MechanismSchema>(
  transaction: WriteTransaction<Schema>, moved: readonly MovedLink[], to: string, holders: readonly string[],
): Promise<{ back: number, elsewhere: number }> {
  let back = 0
  let elsewhere = 0
  for (const { table, column, id } of moved) {
    const row = await transaction.row(table, id)
    if (!row) continue
    if (holders.includes(String(row[column])) && await tryUpdate(transaction, table as keyof Schema & string, id, column, to)) back += 1
    else elsewhere += 1
  }
  return { back, elsewhere }
}

async function rowsOf<Schema extends MechanismSchema>(transaction: WriteTransaction<Schema>, table: string, column: string, id: string): Promise<RowImage[]> {
  const { rows } = await sql<RowImage>`SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`.execute(transaction.database)
  return rows
}

/** What a row says besides its id, its place and whom it names. Records themselves are never the same, however alike. */
function contentOf(row: RowImage, column: string): string {
  if ('version' in row) return String(row.id)
  return JSON.stringify(Object.entries(row).filter(([name]) => name !== 'id' && name !== 'position' && name !== column))
}

async function tryUpdate<Schema extends MechanismSchema>(
  transaction: WriteTransaction<Schema>, table: keyof Schema & string, id: string, column: string, value: string,
): Promise<boolean> {
  try {
    await transaction.update(table, id, { [column]: value } as never)
    return true
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}
