import type { Selectable } from 'kysely'
import { contactSelectionSchema, type DistributionList, type StoredList } from '../../../../shared/directory/lists/model.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import type { ListTables } from '../../database/office/list-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>
type ListRow = Selectable<ListTables['distribution_list']>
export type MemberRow = Selectable<ListTables['distribution_member']>

/** One list, trashed or not. */
export async function readList(database: Database, id: string): Promise<StoredList | null> {
  const row = await database.selectFrom('distribution_list').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { named } = await database.selectFrom('distribution_member').select((eb) => eb.fn.countAll<number>().as('named'))
    .where('list_id', '=', id).where('mode', '=', 'included').executeTakeFirstOrThrow()
  return { ...fromRow(row), named }
}

/** All lists by title, without those in the trash. */
export async function readLists(database: Database): Promise<StoredList[]> {
  const rows = await database.selectFrom('distribution_list').selectAll().where('deleted_at', 'is', null).orderBy('title_key').execute()
  const counted = await database.selectFrom('distribution_member').select(['list_id', (eb) => eb.fn.countAll<number>().as('named')])
    .where('mode', '=', 'included').groupBy('list_id').execute()
  const named = new Map(counted.map((count) => [count.list_id, count.named]))
  return rows.map((row) => ({ ...fromRow(row), named: named.get(row.id) ?? 0 }))
}

/** What was said of single contacts of a list. */
export async function readMemberRows(database: Database, listId: string): Promise<MemberRow[]> {
  return database.selectFrom('distribution_member').selectAll().where('list_id', '=', listId).execute()
}

/** The columns of a list's own row. */
export function listColumns({ title, purpose, note, preferredChannel, rule }: DistributionList) {
  return { title, title_key: sortKey(title), purpose, note, preferred_channel: preferredChannel, rule: rule === null ? '' : JSON.stringify(rule) }
}

function fromRow(row: ListRow): Omit<StoredList, 'named'> {
  return {
    id: row.id, version: row.version, updatedAt: row.updated_at, trashed: row.deleted_at !== null, title: row.title, purpose: row.purpose,
    note: row.note, preferredChannel: row.preferred_channel, rule: row.rule === '' ? null : contactSelectionSchema.parse(JSON.parse(row.rule)),
  }
}
