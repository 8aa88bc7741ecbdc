import { sql, type Kysely } from 'kysely'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { DatabaseSide, ReadDatabase } from './side.ts'
import type { WriteTransaction } from './write-transaction.ts'

/** Contents of papers in pieces; both databases have this table. No record: its rows are never in the change log. */
export interface ContentTables {
  attachment_chunk: { attachment_id: string; position: number; bytes: Uint8Array }
}

type WithContent = MechanismSchema & ContentTables

/** Bytes of one piece: a page of the screen waits for no more than this. */
const PIECE = 256 * 1024

/** Sides that were tidied since they were opened. */
const tidied = new WeakSet<object>()

/**
 * Stores the content of a paper in pieces. They are no rows of a record: the change log would hold every byte a second time, in
 * base64, and undo would carry it around. The record's row refers to them, and the database lets no row be made without.
 */
export async function storeContent<Schema extends WithContent>(transaction: WriteTransaction<Schema>, id: string, bytes: Uint8Array): Promise<void> {
  const database = transaction.database as unknown as Kysely<WithContent>
  for (let position = 0; position * PIECE < bytes.length; position++) {
    const piece = bytes.slice(position * PIECE, (position + 1) * PIECE)
    await database.insertInto('attachment_chunk').values({ attachment_id: id, position, bytes: piece }).execute()
  }
}

/** One piece of a content, null behind the last. */
export async function readPiece<Schema extends WithContent>(database: ReadDatabase<Schema>, id: string, position: number): Promise<Uint8Array | null> {
  const row = await contents(database).select('bytes').where('attachment_id', '=', id).where('position', '=', position).executeTakeFirst()
  return row?.bytes ?? null
}

/** The whole content. */
export async function readContent<Schema extends WithContent>(database: ReadDatabase<Schema>, id: string): Promise<Uint8Array> {
  const rows = await contents(database).select('bytes').where('attachment_id', '=', id).orderBy('position').execute()
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}

/**
 * Removes contents whose paper was taken back in an earlier session; from then on nobody can restore it. Once a session and before
 * the first paper comes, so that what is taken back in this one can still be restored.
 * @param root table of the records that the contents belong to
 */
export async function dropOrphans<Schema extends WithContent>(side: DatabaseSide<Schema>, root: keyof Schema & string): Promise<void> {
  if (tidied.has(side)) return
  tidied.add(side)
  const withoutRecord = sql<boolean>`attachment_id NOT IN (SELECT id FROM ${sql.table(root)})`
  const orphan = await contents(side.read).select('attachment_id').where(withoutRecord).executeTakeFirst()
  if (!orphan) return
  await side.writeUnlogged((database) => (database as unknown as Kysely<WithContent>).deleteFrom('attachment_chunk').where(withoutRecord).execute())
}

function contents<Schema extends WithContent>(database: ReadDatabase<Schema>) {
  return (database as unknown as ReadDatabase<WithContent>).selectFrom('attachment_chunk')
}
