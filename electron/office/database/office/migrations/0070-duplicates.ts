import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Decisions on pairs of contacts and merges with what their undoing needs. */
export const duplicates: Migration = {
  version: 70,
  name: 'duplicates',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE contact_distinction (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id), other_id TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('different', 'later')), decided_at TEXT NOT NULL, decided_by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX contact_distinction_by_contact ON contact_distinction (contact_id)',
  'CREATE INDEX contact_distinction_by_other ON contact_distinction (other_id)',
  `CREATE TABLE contact_merge (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id), merged_id TEXT NOT NULL, merged_at TEXT NOT NULL,
    merged_by TEXT NOT NULL, details TEXT NOT NULL CHECK (json_valid(details)),
    undone_at TEXT NOT NULL DEFAULT '', undone_by TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX contact_merge_by_contact ON contact_merge (contact_id)',
  // One contact lives on in one other at a time.
  "CREATE UNIQUE INDEX contact_merge_in_force ON contact_merge (merged_id) WHERE undone_at = ''",
  // The search for duplicates asks which contacts have changed since it looked last.
  'CREATE INDEX contact_by_update ON contact (updated_at)',
]
