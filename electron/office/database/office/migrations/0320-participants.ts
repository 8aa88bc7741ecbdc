import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Lists of participants, their evaluation, and the counts that stay of them. */
export const participants: Migration = {
  version: 320,
  name: 'participants',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  // It bears the id of its event.
  `CREATE TABLE participant_list (
    id TEXT PRIMARY KEY REFERENCES event (id), version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    delete_after_days INTEGER CHECK (delete_after_days >= 0)
  ) STRICT`,
  `CREATE TABLE participant (
    id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES participant_list (id), number INTEGER NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL DEFAULT '',
    contact_id TEXT, email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', persons INTEGER NOT NULL DEFAULT 1 CHECK (persons > 0),
    languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)), needs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(needs)), age_group TEXT NOT NULL DEFAULT '',
    photo TEXT NOT NULL DEFAULT 'unasked' CHECK (photo IN ('unasked', 'yes', 'no')), photo_on TEXT, source TEXT NOT NULL DEFAULT 'office', note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('registered', 'confirmed', 'waiting', 'cancelled')), waiting_since TEXT, registered_at TEXT NOT NULL,
    arrived_at TEXT, arrived_persons INTEGER NOT NULL DEFAULT 0, fingerprint TEXT NOT NULL DEFAULT '', revision INTEGER NOT NULL DEFAULT 1,
    CHECK ((state = 'waiting') = (waiting_since IS NOT NULL)), CHECK ((arrived_at IS NULL) = (arrived_persons = 0))
  ) STRICT`,
  'CREATE INDEX participant_by_event ON participant (event_id, number)',
  'CREATE INDEX participant_by_contact ON participant (contact_id) WHERE contact_id IS NOT NULL',
  `CREATE TABLE evaluation_question (
    id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES participant_list (id), position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('scale', 'yesno', 'text')), text TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX evaluation_question_by_event ON evaluation_question (event_id, position)',
  `CREATE TABLE evaluation_sheet (
    id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES participant_list (id), number INTEGER NOT NULL, answers TEXT NOT NULL CHECK (json_valid(answers))
  ) STRICT`,
  'CREATE INDEX evaluation_sheet_by_event ON evaluation_sheet (event_id, number)',
  // What stays of a list that was deleted: it names nobody.
  `CREATE TABLE event_attendance (
    id TEXT PRIMARY KEY REFERENCES event (id), figures TEXT NOT NULL CHECK (json_valid(figures)), evaluation TEXT CHECK (json_valid(evaluation)),
    deleted_on TEXT NOT NULL, deleted_by TEXT NOT NULL
  ) STRICT`,
]
