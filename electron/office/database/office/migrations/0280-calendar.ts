import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** The office's own entries of the calendar, and the feasts and action days that it lays elsewhere. */
export const calendar: Migration = {
  version: 280,
  name: 'calendar',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const record = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT'

const steps = [
  `CREATE TABLE calendar_entry (
    ${record}, kind TEXT NOT NULL CHECK (kind IN ('meeting', 'hours', 'absence', 'action', 'school')), title TEXT NOT NULL,
    starts_on TEXT NOT NULL, starts_at TEXT, ends_on TEXT, ends_at TEXT, last_on TEXT NOT NULL, place TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    repeat TEXT NOT NULL DEFAULT '', repeat_until TEXT, person_id TEXT, person_name TEXT NOT NULL DEFAULT '',
    CHECK (ends_on IS NULL OR ends_on >= starts_on), CHECK (ends_at IS NULL OR starts_at IS NOT NULL), CHECK (last_on >= starts_on)
  ) STRICT`,
  'CREATE INDEX calendar_entry_by_days ON calendar_entry (deleted_at, last_on, starts_on)',
  `CREATE TABLE calendar_skip (
    id TEXT PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES calendar_entry (id), day TEXT NOT NULL, UNIQUE (entry_id, day)
  ) STRICT`,
  `CREATE TABLE overruled_day (
    ${record}, special_day TEXT NOT NULL, hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)), from_on TEXT, to_on TEXT, note TEXT NOT NULL DEFAULT '',
    CHECK (from_on IS NOT NULL OR to_on IS NULL), CHECK (to_on IS NULL OR to_on >= from_on)
  ) STRICT`,
  'CREATE INDEX overruled_day_by_day ON overruled_day (special_day)',
]
