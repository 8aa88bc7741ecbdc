import { sql } from 'kysely'
import { createDestructions } from '../../destroy.ts'
import type { Migration } from '../../migrate.ts'

/** Restriction, proposals and postponements of contacts, what information sheets say of the office, and the record of what was destroyed. */
export const privacy: Migration = {
  version: 110,
  name: 'privacy',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
    await createDestructions(database)
  },
}

const statements = [
  `CREATE TABLE contact_privacy (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL UNIQUE REFERENCES contact (id),
    restricted_on TEXT, restricted_reason TEXT NOT NULL DEFAULT '',
    postponed_until TEXT, postponed_reason TEXT NOT NULL DEFAULT '',
    proposed_on TEXT, proposed_by TEXT NOT NULL DEFAULT '', proposed_reason TEXT NOT NULL DEFAULT '', proposed_note TEXT NOT NULL DEFAULT '',
    informed_on TEXT
  ) STRICT`,
  `CREATE TABLE privacy_office (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    representative TEXT NOT NULL DEFAULT '', officer_name TEXT NOT NULL DEFAULT '', officer_contact TEXT NOT NULL DEFAULT '',
    land TEXT NOT NULL DEFAULT '', recipients TEXT NOT NULL DEFAULT '', storage TEXT NOT NULL DEFAULT '', obligation TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `INSERT INTO privacy_office (id, version, created_at, updated_at)
    VALUES ('privacy-office', 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
]
