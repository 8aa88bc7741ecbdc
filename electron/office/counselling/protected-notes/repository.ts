import type { ProtectedNote } from '../../../../shared/counselling/protected-notes/contract.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** The note about a contact, null where none was ever written. */
export async function readProtectedNote(database: ReadDatabase<CounsellingSchema>, contactId: string): Promise<ProtectedNote | null> {
  const row = await database.selectFrom('protected_note').select(['text', 'version', 'updated_at']).where('id', '=', contactId).executeTakeFirst()
  return row ? { text: row.text, version: row.version, updatedAt: row.updated_at } : null
}
