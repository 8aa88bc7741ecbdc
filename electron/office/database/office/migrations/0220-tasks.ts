import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Tasks and follow-ups on any record of the office. */
export const tasks: Migration = {
  version: 220,
  name: 'tasks',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  `CREATE TABLE task (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    title TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', heading TEXT NOT NULL DEFAULT '', wanted_on TEXT, due_on TEXT, notice_days INTEGER NOT NULL DEFAULT 0 CHECK (notice_days >= 0),
    repeat TEXT NOT NULL DEFAULT '', repeats_id TEXT, assignee_id TEXT, assignee_name TEXT NOT NULL DEFAULT '', given_by_id TEXT NOT NULL, given_by_name TEXT NOT NULL,
    done_at TEXT, done_by TEXT NOT NULL DEFAULT '', record_type TEXT, record_id TEXT, position INTEGER NOT NULL DEFAULT 0,
    lead_count INTEGER, lead_unit TEXT CHECK (lead_unit IN ('T', 'W', 'M')), permit INTEGER NOT NULL DEFAULT 0 CHECK (permit IN (0, 1)),
    CHECK ((record_type IS NULL) = (record_id IS NULL)), CHECK ((lead_count IS NULL) = (lead_unit IS NULL)), CHECK ((wanted_on IS NULL) = (due_on IS NULL))
  ) STRICT`,
  'CREATE INDEX task_open_by_day ON task (due_on) WHERE done_at IS NULL AND deleted_at IS NULL',
  'CREATE INDEX task_by_record ON task (record_id, position) WHERE record_id IS NOT NULL',
  'CREATE INDEX task_by_assignee ON task (assignee_id, due_on) WHERE done_at IS NULL AND deleted_at IS NULL',
]
