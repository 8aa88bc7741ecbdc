import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { DatabaseSide, ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'

/** Bytes of one piece: a page of the screen waits for no more than this. */
const PIECE = 256 * 1024

/** Sides that were tidied since they were opened. */
const tidied = new WeakSet<DatabaseSide<CounsellingSchema>>()

/**
 * Stores the content of a paper in pieces. They are no rows of a record: the change log would hold every byte a second time, in
 * base64, and undo would carry it around. The record's row refers to them, and the database lets no row be made without.
 */
export async function storeContent(
  transaction: WriteTransaction<CounsellingSchema>,
  attachmentId: string,
  bytes: Uint8Array,
): Promise<void> {
  for (let position = 0; position * PIECE < bytes.length; position++) {
    const piece = bytes.slice(position * PIECE, (position + 1) * PIECE)
    await transaction.database.insertInto('attachment_chunk').values({ attachment_id: attachmentId, position, bytes: piece }).execute()
  }
}

/** One piece of a content, null behind the last. */
export async function readPiece(database: ReadDatabase<CounsellingSchema>, attachmentId: string, position: number): Promise<Uint8Array | null> {
  const row = await database
    .selectFrom('attachment_chunk')
    .select('bytes')
    .where('attachment_id', '=', attachmentId)
    .where('position', '=', position)
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** The whole content. */
export async function readContent(database: ReadDatabase<CounsellingSchema>, attachmentId: string): Promise<Uint8Array> {
  const rows = await database.selectFrom('attachment_chunk').select('bytes').where('attachment_id', '=', attachmentId).orderBy('position').execute()
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}

/**
 * Removes contents whose paper was taken back in an earlier session; from then on nobody can restore it. Once a session and before
 * the first paper comes, so that what is taken back in this one can still be restored.
 */
export async function dropOrphans(side: DatabaseSide<CounsellingSchema>): Promise<void> {
  if (tidied.has(side)) return
  tidied.add(side)
  const orphan = await side.read
    .selectFrom('attachment_chunk')
    .select('attachment_id')
    .where('attachment_id', 'not in', (query) => query.selectFrom('attachment').select('id'))
    .executeTakeFirst()
  if (!orphan) return
  await side.writeUnlogged((database) =>
    database.deleteFrom('attachment_chunk').where('attachment_id', 'not in', (query) => query.selectFrom('attachment').select('id')).execute(),
  )
}
