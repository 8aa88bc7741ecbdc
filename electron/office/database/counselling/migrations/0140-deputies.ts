import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** „Vertretungsfall": what was arranged, who was let in by whom, and until when this office has been used. */
export const deputies: Migration = {
  version: 140,
  name: 'deputies',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE deputy_arrangement (
    id TEXT PRIMARY KEY, made_at TEXT NOT NULL, made_by_name TEXT NOT NULL, holders TEXT NOT NULL CHECK (json_valid(holders)),
    valid_until TEXT NOT NULL, revoked_at TEXT, revoked_by_name TEXT
  ) STRICT`,
  `CREATE TABLE deputy_opening (
    id TEXT PRIMARY KEY, arrangement_id TEXT NOT NULL REFERENCES deputy_arrangement (id), person_name TEXT NOT NULL,
    holders TEXT NOT NULL CHECK (json_valid(holders)), reason TEXT NOT NULL, opened_at TEXT NOT NULL, until TEXT NOT NULL,
    ended_at TEXT, ended_by_name TEXT, seen_at TEXT, seen_by_name TEXT
  ) STRICT`,
  'CREATE INDEX deputy_opening_by_time ON deputy_opening (opened_at)',
  // What was opened stays written; only its end and that it was seen are added.
  `CREATE TRIGGER deputy_opening_stands BEFORE UPDATE OF id, arrangement_id, person_name, holders, reason, opened_at, until ON deputy_opening BEGIN
    SELECT RAISE(ABORT, 'an opening is not changed');
  END`,
  `CREATE TRIGGER deputy_opening_stays BEFORE DELETE ON deputy_opening BEGIN
    SELECT RAISE(ABORT, 'an opening is not removed');
  END`,
  `CREATE TRIGGER deputy_revocation_stands BEFORE UPDATE OF revoked_at ON deputy_arrangement WHEN OLD.revoked_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a revocation is not taken back');
  END`,
  'CREATE TABLE clock_mark (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT',
]
