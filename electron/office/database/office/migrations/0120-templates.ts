import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Templates of the office with their versions, and which of them a letter is written with. */
export const templates: Migration = {
  version: 120,
  name: 'templates',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE document_template (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    name TEXT NOT NULL, name_key TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', valid_from TEXT, valid_until TEXT,
    current_version TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE document_template_version (
    id TEXT PRIMARY KEY, template_id TEXT NOT NULL REFERENCES document_template (id), number INTEGER NOT NULL CHECK (number > 0),
    file_name TEXT NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL, decisions TEXT NOT NULL CHECK (json_valid(decisions)),
    open INTEGER NOT NULL, added_at TEXT NOT NULL, added_by_name TEXT NOT NULL, UNIQUE (template_id, number)
  ) STRICT`,
  'CREATE TABLE document_template_file (version_id TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT',
  `CREATE TRIGGER template_version_needs_file BEFORE INSERT ON document_template_version
    WHEN NOT EXISTS (SELECT 1 FROM document_template_file WHERE version_id = new.id) BEGIN
    SELECT RAISE(ABORT, 'a template without its file');
  END`,
  "ALTER TABLE letter ADD COLUMN template TEXT NOT NULL DEFAULT 'builtin:brief-b'",
  "ALTER TABLE letter ADD COLUMN particulars TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(particulars))",
  "CREATE INDEX letter_by_template ON letter (template) WHERE template NOT LIKE 'builtin:%'",
]
