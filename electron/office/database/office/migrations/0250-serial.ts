import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Serial letters: runs that can be stopped and gone on with, and the state of each recipient. */
export const serial: Migration = {
  version: 250,
  name: 'serial',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  `CREATE TABLE serial_run (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    title TEXT NOT NULL, source_name TEXT NOT NULL, source TEXT NOT NULL CHECK (json_valid(source)), purpose TEXT NOT NULL DEFAULT '',
    pattern TEXT NOT NULL CHECK (json_valid(pattern)), settings TEXT NOT NULL CHECK (json_valid(settings)), choices TEXT NOT NULL CHECK (json_valid(choices)),
    fields TEXT NOT NULL DEFAULT '', folder_name TEXT NOT NULL DEFAULT '', begun_at TEXT, ended_at TEXT, entry_id TEXT, author_name TEXT NOT NULL
  ) STRICT`,
  // Nobody gets two letters of a run, and no letter belongs to two recipients.
  `CREATE TABLE serial_recipient (
    id TEXT PRIMARY KEY, run_id TEXT NOT NULL REFERENCES serial_run (id), position INTEGER NOT NULL, contact_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'written', 'issued', 'left-out')), way TEXT NOT NULL CHECK (way IN ('letter', 'email')),
    reason TEXT NOT NULL DEFAULT '', letter_id TEXT, file_name TEXT NOT NULL DEFAULT '', file_hash TEXT NOT NULL DEFAULT '',
    UNIQUE (run_id, position), CHECK ((letter_id IS NULL) = (state IN ('waiting', 'left-out')))
  ) STRICT`,
  'CREATE UNIQUE INDEX serial_recipient_by_letter ON serial_recipient (letter_id) WHERE letter_id IS NOT NULL',
  'CREATE INDEX serial_recipient_by_contact ON serial_recipient (contact_id)',
]
