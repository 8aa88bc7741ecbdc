import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Text blocks with their versions, and which of them stand in a letter. */
export const textBlocks: Migration = {
  version: 270,
  name: 'text-blocks',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  `CREATE TABLE text_block (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    title TEXT NOT NULL, title_key TEXT NOT NULL, short_form TEXT NOT NULL DEFAULT '', category TEXT NOT NULL DEFAULT '', owner_id TEXT,
    owner_name TEXT NOT NULL DEFAULT '', valid_from TEXT, valid_until TEXT, note TEXT NOT NULL DEFAULT '', number INTEGER NOT NULL CHECK (number > 0),
    origin TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE TABLE text_block_version (
    id TEXT PRIMARY KEY, block_id TEXT NOT NULL REFERENCES text_block (id), number INTEGER NOT NULL CHECK (number > 0),
    parts TEXT NOT NULL CHECK (json_valid(parts)), changed_at TEXT NOT NULL, changed_by TEXT NOT NULL, UNIQUE (block_id, number)
  ) STRICT`,
  'CREATE TABLE text_block_start (code TEXT PRIMARY KEY, given_at TEXT NOT NULL) STRICT',
  "ALTER TABLE letter ADD COLUMN block_uses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(block_uses))",
  "CREATE INDEX letter_with_blocks ON letter (id) WHERE block_uses <> '[]'",
]
