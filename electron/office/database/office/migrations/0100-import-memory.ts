import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/**
 * What the import remembers: which row a contact came from, what the columns of a list meant, and which files were imported.
 * Where a contact came from is a part of the contact, so that undo takes it along; the other two have no history.
 */
export const importMemory: Migration = {
  version: 100,
  name: 'import memory',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE contact_origin (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id), fingerprint TEXT NOT NULL, source TEXT NOT NULL, imported_on TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX contact_origin_by_contact ON contact_origin (contact_id)',
  'CREATE INDEX contact_origin_by_fingerprint ON contact_origin (fingerprint)',
  `CREATE TABLE import_mapping (
    headings TEXT PRIMARY KEY, mapping TEXT NOT NULL, file_name TEXT NOT NULL, used_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE import_file (
    checksum TEXT PRIMARY KEY, imported_at TEXT NOT NULL, person_name TEXT NOT NULL, change TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  // An import looks for contacts by address and number.
  "CREATE INDEX contact_channel_by_email ON contact_channel (value COLLATE NOCASE) WHERE kind = 'email'",
  'CREATE INDEX contact_channel_by_number ON contact_channel (e164) WHERE e164 IS NOT NULL',
]
