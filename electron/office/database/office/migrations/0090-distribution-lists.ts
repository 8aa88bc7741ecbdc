import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Distribution lists with their rule and their members, and what was given out when. */
export const distributionLists: Migration = {
  version: 90,
  name: 'distribution lists',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE distribution_list (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    title TEXT NOT NULL, title_key TEXT NOT NULL, purpose TEXT NOT NULL, note TEXT NOT NULL,
    preferred_channel TEXT NOT NULL CHECK (preferred_channel IN ('email', 'letter')), rule TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX distribution_list_by_title ON distribution_list (deleted_at, title_key)',
  `CREATE TABLE distribution_member (
    id TEXT PRIMARY KEY, list_id TEXT NOT NULL REFERENCES distribution_list (id), contact_id TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('included', 'excluded', 'adjusted')),
    channel TEXT NOT NULL CHECK (channel IN ('auto', 'email', 'letter', 'fax')), person_id TEXT NOT NULL, note TEXT NOT NULL,
    UNIQUE (list_id, contact_id)
  ) STRICT`,
  'CREATE INDEX distribution_member_by_contact ON distribution_member (contact_id)',
  'CREATE INDEX distribution_member_by_person ON distribution_member (person_id)',
  `CREATE TABLE contact_output (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, person_name TEXT NOT NULL, list_id TEXT NOT NULL, format TEXT NOT NULL,
    contacts INTEGER NOT NULL, left_out INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX contact_output_by_list ON contact_output (list_id, at)',
]
