import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Notes of the Leitung about contacts of the office side, one a contact, under the contact's id. */
export const protectedNotes: Migration = {
  version: 30,
  name: 'protected notes',
  async up(database) {
    await sql`CREATE TABLE protected_note (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
      deleted_at TEXT, deleted_by TEXT, text TEXT NOT NULL
    ) STRICT`.execute(database)
  },
}
