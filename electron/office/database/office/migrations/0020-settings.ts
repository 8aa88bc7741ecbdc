import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** The office's letterhead: one row that is always there, empty until somebody fills it in. */
export const settings: Migration = {
  version: 20,
  name: 'settings',
  async up(database) {
    await sql`CREATE TABLE letterhead (
      id TEXT PRIMARY KEY CHECK (id = 'letterhead'), version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
      deleted_at TEXT, deleted_by TEXT,
      office_name TEXT NOT NULL DEFAULT '', department TEXT NOT NULL DEFAULT '', street TEXT NOT NULL DEFAULT '',
      postal_code TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '', return_address TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '', fax TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', web TEXT NOT NULL DEFAULT '',
      bank TEXT NOT NULL DEFAULT '', contact_person TEXT NOT NULL DEFAULT '', closing TEXT NOT NULL DEFAULT '',
      signature_authority TEXT NOT NULL DEFAULT '', signature_addition TEXT NOT NULL DEFAULT '',
      signature_name TEXT NOT NULL DEFAULT '', footer TEXT NOT NULL DEFAULT '',
      font_family TEXT NOT NULL DEFAULT 'Arial', font_size REAL NOT NULL DEFAULT 11
    ) STRICT`.execute(database)
    const now = new Date().toISOString()
    await sql`INSERT INTO letterhead (id, version, created_at, updated_at) VALUES ('letterhead', 1, ${now}, ${now})`.execute(database)
  },
}
