import { sql, type Kysely } from 'kysely'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RowImage } from '../../database/rows.ts'
import type { DatabaseSide, ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'

/** A column that holds the id of a contact. */
export interface LinkColumn {
  table: keyof OfficeSchema & string
  column: string
}

/** A link that a merge moved. */
export interface MovedLink {
  table: string
  column: string
  id: string
}

/**
 * Parts that a merge doesn't move: values come into the kept contact field by field, and the record of decisions and merges stays
 * where it is.
 */
const stayingParts = new Set<string>(['contact_address', 'contact_channel', 'contact_label', 'contact_distinction', 'contact_merge'])

/**
 * Every column of office.db that links to a contact and moves with it, from what the record types tell: parts of the contact itself,
 * `mentionedIn` and `linkedIn`. A new feature joins by its record type.
 */
export function linkColumns(side: Pick<DatabaseSide<OfficeSchema>, 'types'>): LinkColumn[] {
  const { parts, mentionedIn = {}, linkedIn = {} } = side.types.get('contact')
  const columns = [...Object.entries(parts).filter(([table]) => !stayingParts.has(table)), ...Object.entries(mentionedIn), ...Object.entries(linkedIn)]
  return columns.flatMap(([table, names]) => [names].flat().map((column) => ({ table: table as LinkColumn['table'], column: column as string })))
}

/** How many links lead to a contact. */
export async function countLinks(database: ReadDatabase<OfficeSchema>, columns: readonly LinkColumn[], id: string): Promise<number> {
  let total = 0
  for (const { table, column } of columns) {
    const { rows } = await sql<{ total: number }>`SELECT count(*) AS total FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`.execute(executor(database))
    total += rows[0]?.total ?? 0
  }
  return total
}

/**
 * Leads every link of one contact to another. A row that would then stand there twice, or that the database doesn't allow (a member
 * that the list has already), stays with the contact that goes: it is seen no more, and is there again when the merge is undone.
 */
export async function moveLinks(transaction: WriteTransaction<OfficeSchema>, columns: readonly LinkColumn[], from: string, to: string): Promise<MovedLink[]> {
  const moved: MovedLink[] = []
  for (const { table, column } of columns) {
    const there = new Set((await rowsOf(transaction, table, column, to)).map((row) => contentOf(row, column)))
    for (const row of await rowsOf(transaction, table, column, from)) {
      const id = String(row.id)
      // The two themselves, and what both have.
      if ((table === 'contact' && (id === to || id === from)) || there.has(contentOf(row, column))) continue
      if (!(await tryUpdate(transaction, table, id, column, to))) continue
      moved.push({ table, column, id })
    }
  }
  return moved
}

/** Leads links back that still lead to one of `holders`; gives how many went back and how many have gone elsewhere since. */
export async function moveLinksBack(
  transaction: WriteTransaction<OfficeSchema>, moved: readonly MovedLink[], to: string, holders: readonly string[],
): Promise<{ back: number, elsewhere: number }> {
  let back = 0
  let elsewhere = 0
  for (const { table, column, id } of moved) {
    const row = await transaction.row(table, id)
    if (!row) continue
    if (holders.includes(String(row[column])) && await tryUpdate(transaction, table as LinkColumn['table'], id, column, to)) back += 1
    else elsewhere += 1
  }
  return { back, elsewhere }
}

async function rowsOf(transaction: WriteTransaction<OfficeSchema>, table: string, column: string, id: string): Promise<RowImage[]> {
  const { rows } = await sql<RowImage>`SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`.execute(transaction.database)
  return rows
}

/** What a row says besides its id, its place and whom it names. Records themselves are never the same, however alike. */
function contentOf(row: RowImage, column: string): string {
  if ('version' in row) return String(row.id)
  return JSON.stringify(Object.entries(row).filter(([name]) => name !== 'id' && name !== 'position' && name !== column))
}

async function tryUpdate(transaction: WriteTransaction<OfficeSchema>, table: LinkColumn['table'], id: string, column: string, value: string): Promise<boolean> {
  try {
    await transaction.update(table, id, { [column]: value } as never)
    return true
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}

function executor(database: ReadDatabase<OfficeSchema>): Kysely<OfficeSchema> {
  return database as Kysely<OfficeSchema>
}
