import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/**
 * What an office knows of a contact beyond name and address: languages, own house or not, publication, former and
 * original names, the day of the last check; and whether a role is held full-time or voluntarily. New columns have a
 * default, because undo brings back rows that were removed before this step.
 */
export const directoryDetails: Migration = {
  version: 50,
  name: 'directory details',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  "ALTER TABLE contact ADD COLUMN affiliation TEXT NOT NULL DEFAULT 'unknown' CHECK (affiliation IN ('unknown', 'internal', 'external'))",
  "ALTER TABLE contact ADD COLUMN publication TEXT NOT NULL DEFAULT 'unknown' CHECK (publication IN ('unknown', 'allowed', 'refused'))",
  "ALTER TABLE contact ADD COLUMN former_names TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE contact ADD COLUMN original_name TEXT NOT NULL DEFAULT ''",
  // Empty for "never": so one range of the index holds everything that is due.
  "ALTER TABLE contact ADD COLUMN checked_on TEXT NOT NULL DEFAULT ''",
  'CREATE INDEX contact_by_check ON contact (deleted_at, checked_on)',
  "ALTER TABLE contact_role ADD COLUMN engagement TEXT NOT NULL DEFAULT 'unknown' CHECK (engagement IN ('unknown', 'full-time', 'voluntary'))",
  // SQLite can't widen a CHECK in place.
  `CREATE TABLE contact_label_new (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id),
    kind TEXT NOT NULL CHECK (kind IN ('tag', 'area', 'language')), label TEXT NOT NULL
  ) STRICT`,
  'INSERT INTO contact_label_new (id, contact_id, kind, label) SELECT id, contact_id, kind, label FROM contact_label',
  'DROP TABLE contact_label',
  'ALTER TABLE contact_label_new RENAME TO contact_label',
  'CREATE INDEX contact_label_by_contact ON contact_label (contact_id)',
  'CREATE INDEX contact_label_by_label ON contact_label (kind, label)',
]
