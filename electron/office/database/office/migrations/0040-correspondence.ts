import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Letters and the last number of each year. Every order of the register has its index, trashed letters apart. */
export const correspondence: Migration = {
  version: 40,
  name: 'correspondence',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE letter (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT,
    year INTEGER NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0), number TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'final')),
    recipient_id TEXT, recipient_name TEXT NOT NULL, recipient_key TEXT NOT NULL, subject_key TEXT NOT NULL,
    address_notes TEXT NOT NULL, address_lines TEXT NOT NULL, your_reference TEXT NOT NULL, your_message_of TEXT NOT NULL,
    our_reference TEXT NOT NULL, contact_person TEXT NOT NULL, letter_date TEXT NOT NULL, subject TEXT NOT NULL,
    salutation TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)), closing TEXT NOT NULL,
    signature_authority TEXT NOT NULL, signature_addition TEXT NOT NULL, signature_name TEXT NOT NULL,
    enclosures TEXT NOT NULL, copies TEXT NOT NULL, author_id TEXT NOT NULL, author_name TEXT NOT NULL,
    UNIQUE (year, sequence)
  ) STRICT`,
  'CREATE INDEX letter_by_number ON letter (deleted_at, year, sequence)',
  'CREATE INDEX letter_by_status ON letter (deleted_at, status, year, sequence)',
  ...['subject_key', 'recipient_key', 'letter_date'].flatMap((key) => [
    `CREATE INDEX letter_by_${key} ON letter (deleted_at, ${key}, year, sequence)`,
    `CREATE INDEX letter_by_status_and_${key} ON letter (deleted_at, status, ${key}, year, sequence)`,
  ]),
  'CREATE TABLE letter_counter (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT',
]
