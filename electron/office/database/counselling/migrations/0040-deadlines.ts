import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Stored deadlines and the history of residence titles. */
export const deadlines: Migration = {
  version: 40,
  name: 'deadlines',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const record = `id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT`

const statements = [
  `CREATE TABLE deadline (
    ${record},
    number TEXT NOT NULL UNIQUE, case_id TEXT REFERENCES counselling_case (id), consultation_id TEXT REFERENCES consultation (id),
    title TEXT NOT NULL, task TEXT NOT NULL, place TEXT NOT NULL, note TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('computed', 'notice', 'free')), kind TEXT NOT NULL,
    due_on TEXT NOT NULL, due_time TEXT NOT NULL, safe_on TEXT NOT NULL, land TEXT NOT NULL, length_days INTEGER,
    rule_id TEXT, rule_version TEXT NOT NULL, norm TEXT NOT NULL, certainty TEXT, computed_on TEXT, computation TEXT,
    notice_text TEXT NOT NULL, reason TEXT NOT NULL,
    four_eyes INTEGER NOT NULL, check_kind TEXT, checked_by TEXT, checked_by_name TEXT NOT NULL, checked_at TEXT, check_reason TEXT NOT NULL,
    dated_by TEXT NOT NULL, dated_by_name TEXT NOT NULL, dated_at TEXT NOT NULL,
    responsible_id TEXT NOT NULL, responsible_name TEXT NOT NULL,
    done_on TEXT, done_how TEXT, done_note TEXT NOT NULL, done_by_name TEXT NOT NULL, done_at TEXT,
    CHECK ((done_on IS NULL) = (done_how IS NULL))
  ) STRICT`,
  // Open ones are few and asked for on every screen; the index holds nothing else.
  'CREATE INDEX deadline_open ON deadline (due_on, due_time, id) WHERE done_on IS NULL AND deleted_at IS NULL',
  'CREATE INDEX deadline_done ON deadline (done_on, id) WHERE done_on IS NOT NULL AND deleted_at IS NULL',
  'CREATE INDEX deadline_by_case ON deadline (case_id, due_on)',
  'CREATE INDEX deadline_by_consultation ON deadline (consultation_id)',
  `CREATE TABLE residence_status (
    ${record},
    case_id TEXT NOT NULL REFERENCES counselling_case (id), person TEXT NOT NULL, code TEXT NOT NULL, basis TEXT NOT NULL,
    from_on TEXT, printed_expiry TEXT, effective_expiry TEXT, extension TEXT, note TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX residence_status_by_case ON residence_status (case_id, person, from_on)',
]
