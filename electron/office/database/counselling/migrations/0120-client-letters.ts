import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Letters about clients, their versions and the states that come back from Word. */
export const clientLetters: Migration = {
  version: 120,
  name: 'client letters',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE client_letter (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    case_id TEXT NOT NULL REFERENCES counselling_case (id), year INTEGER NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0), number TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'final')), content TEXT NOT NULL CHECK (json_valid(content)),
    subject TEXT NOT NULL, recipient_name TEXT NOT NULL, letter_date TEXT NOT NULL, contact_id TEXT, to_client INTEGER NOT NULL CHECK (to_client IN (0, 1)),
    starter TEXT, land TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '', release_id TEXT, release_reason TEXT NOT NULL DEFAULT '', follow_up_on TEXT, deadline_id TEXT,
    sent_on TEXT, sent_way TEXT, sent_note TEXT NOT NULL DEFAULT '', counsellor_id TEXT NOT NULL, counsellor_name TEXT NOT NULL,
    UNIQUE (year, sequence)
  ) STRICT`,
  'CREATE INDEX client_letter_by_case ON client_letter (case_id, deleted_at, year, sequence)',
  'CREATE INDEX client_letter_by_number ON client_letter (deleted_at, year, sequence)',
  'CREATE INDEX client_letter_by_release ON client_letter (release_id) WHERE release_id IS NOT NULL',
  'CREATE INDEX client_letter_by_deadline ON client_letter (deadline_id) WHERE deadline_id IS NOT NULL',
  `CREATE TABLE client_letter_version (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES client_letter (id), number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('kept', 'submitted', 'final')), note TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL CHECK (json_valid(content)), hash TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL,
    UNIQUE (letter_id, number)
  ) STRICT`,
  // A kept text is what somebody has read and signed: it can be taken back as a whole, but never changed.
  `CREATE TRIGGER client_letter_version_stands BEFORE UPDATE ON client_letter_version BEGIN
    SELECT RAISE(ABORT, 'a kept version is not changed');
  END`,
  `CREATE TABLE client_letter_copy (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES client_letter (id) ON DELETE CASCADE, kind TEXT NOT NULL, hash TEXT NOT NULL,
    opened_at TEXT NOT NULL, opened_by TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX client_letter_copy_by_letter ON client_letter_copy (letter_id)',
  `CREATE TABLE client_letter_text (
    attachment_id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE, letter_id TEXT NOT NULL REFERENCES client_letter (id) ON DELETE CASCADE, text TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX client_letter_text_by_letter ON client_letter_text (letter_id)',
  // A state from Word, or the proof of a dispatch, is a paper of the case that belongs to a letter.
  'ALTER TABLE attachment ADD COLUMN letter_id TEXT REFERENCES client_letter (id)',
  'ALTER TABLE attachment ADD COLUMN series_number INTEGER NOT NULL DEFAULT 0',
  "ALTER TABLE attachment ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
  'CREATE INDEX attachment_by_letter ON attachment (letter_id) WHERE letter_id IS NOT NULL',
]
