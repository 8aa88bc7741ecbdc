import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Cases under an alias and consultations, with and without a case. */
export const counselling: Migration = {
  version: 20,
  name: 'counselling',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

/** A case's own columns about its last consultation. They follow undo and trash by themselves. */
const refreshCase = (id: string) => `UPDATE counselling_case SET
    last_contact = coalesce((SELECT held_on ${latestOf(id)}), ''),
    last_topic = coalesce((SELECT topic ${latestOf(id)}), ''),
    active_on = coalesce((SELECT held_on ${latestOf(id)}), opened_on),
    consultation_count = (SELECT count(*) FROM consultation WHERE case_id = ${id})
  WHERE id = ${id};`

const latestOf = (id: string) =>
  `FROM consultation WHERE case_id = ${id} AND deleted_at IS NULL ORDER BY held_on DESC, held_at DESC, id DESC LIMIT 1`

const statements = [
  `CREATE TABLE counselling_case (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT,
    number TEXT NOT NULL, letter TEXT NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
    kind TEXT NOT NULL, alias TEXT NOT NULL, alias_key TEXT NOT NULL, language TEXT, note TEXT NOT NULL,
    opened_on TEXT NOT NULL, counsellor_id TEXT NOT NULL, counsellor_name TEXT NOT NULL,
    last_contact TEXT NOT NULL DEFAULT '', last_topic TEXT NOT NULL DEFAULT '', active_on TEXT NOT NULL,
    consultation_count INTEGER NOT NULL DEFAULT 0,
    UNIQUE (letter, year, sequence)
  ) STRICT`,
  'CREATE INDEX counselling_case_by_activity ON counselling_case (deleted_at, active_on, id)',
  'CREATE INDEX counselling_case_by_number ON counselling_case (deleted_at, year, sequence, letter)',
  'CREATE INDEX counselling_case_by_alias ON counselling_case (deleted_at, alias_key, id)',
  'CREATE INDEX counselling_case_alias ON counselling_case (alias_key, id)',
  'CREATE INDEX counselling_case_by_counsellor ON counselling_case (counsellor_id, deleted_at, active_on, id)',
  `CREATE TABLE consultation (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT,
    case_id TEXT REFERENCES counselling_case (id),
    held_on TEXT NOT NULL, held_at TEXT, channel TEXT NOT NULL, duration_minutes INTEGER NOT NULL, topic TEXT NOT NULL,
    result TEXT NOT NULL, language TEXT, interpretation TEXT, access_path TEXT, contact_kind TEXT, note TEXT NOT NULL,
    counsellor_id TEXT NOT NULL, counsellor_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX consultation_by_day ON consultation (deleted_at, held_on, held_at, id)',
  'CREATE INDEX consultation_by_case ON consultation (case_id, deleted_at, held_on, held_at, id)',
  'CREATE INDEX consultation_by_counsellor ON consultation (counsellor_id, deleted_at, held_on, held_at, id)',
  'CREATE INDEX consultation_by_topic ON consultation (topic, deleted_at, held_on, case_id)',
  `CREATE TABLE consultation_topic (
    id TEXT PRIMARY KEY, consultation_id TEXT NOT NULL REFERENCES consultation (id), topic TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX consultation_topic_by_consultation ON consultation_topic (consultation_id, position)',
  'CREATE INDEX consultation_topic_by_topic ON consultation_topic (topic, consultation_id)',
  `CREATE TABLE case_counter (
    letter TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (letter, year)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER consultation_added AFTER INSERT ON consultation WHEN new.case_id IS NOT NULL BEGIN
    ${refreshCase('new.case_id')}
  END`,
  `CREATE TRIGGER consultation_removed AFTER DELETE ON consultation WHEN old.case_id IS NOT NULL BEGIN
    ${refreshCase('old.case_id')}
  END`,
  `CREATE TRIGGER consultation_changed AFTER UPDATE OF case_id, held_on, held_at, topic, deleted_at ON consultation BEGIN
    ${refreshCase('old.case_id')}
    ${refreshCase('new.case_id')}
  END`,
]
