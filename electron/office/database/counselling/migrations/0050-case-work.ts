import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Identity cards, households, opposing parties, papers, templates of notes, and who may see a case beside its counsellor. */
export const caseWork: Migration = {
  version: 50,
  name: 'case work',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const record = `id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT`

const statements = [
  // Undo puts old rows back, which don't know these columns: each has a default.
  'ALTER TABLE counselling_case ADD COLUMN anonymous INTEGER NOT NULL DEFAULT 0',
  "ALTER TABLE counselling_case ADD COLUMN closed_on TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE counselling_case ADD COLUMN closed_result TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE consultation ADD COLUMN service_type TEXT',

  // The card bears the case's id: a case has one or none.
  `CREATE TABLE client_identity (
    ${record},
    family_name TEXT NOT NULL, given_names TEXT NOT NULL, name_order TEXT NOT NULL, former_names TEXT NOT NULL,
    original_name TEXT NOT NULL, transliteration TEXT NOT NULL, birth_date TEXT NOT NULL, birth_estimated INTEGER NOT NULL,
    street TEXT NOT NULL, address_extra TEXT NOT NULL, postal_code TEXT NOT NULL, place TEXT NOT NULL, country TEXT NOT NULL,
    address_protected INTEGER NOT NULL, note TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE identity_channel (
    id TEXT PRIMARY KEY, identity_id TEXT NOT NULL REFERENCES client_identity (id), kind TEXT NOT NULL, value TEXT NOT NULL,
    label TEXT NOT NULL, preferred INTEGER NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX identity_channel_by_identity ON identity_channel (identity_id, position)',
  `CREATE TABLE identity_document (
    id TEXT PRIMARY KEY, identity_id TEXT NOT NULL REFERENCES client_identity (id), kind TEXT NOT NULL, number TEXT NOT NULL,
    seen_on TEXT NOT NULL, seen_by TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX identity_document_by_identity ON identity_document (identity_id, position)',

  `CREATE TABLE household_person (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES counselling_case (id), relation TEXT NOT NULL, name TEXT NOT NULL,
    birth_year INTEGER, language TEXT, status TEXT NOT NULL, linked_case_id TEXT, lives_here INTEGER NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX household_person_by_case ON household_person (case_id, position)',
  `CREATE TABLE opposing_party (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES counselling_case (id), name TEXT NOT NULL, role TEXT NOT NULL,
    contact TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX opposing_party_by_case ON opposing_party (case_id, position)',
  `CREATE TABLE case_subject (
    id TEXT PRIMARY KEY REFERENCES counselling_case (id), name TEXT NOT NULL, form TEXT NOT NULL, stage TEXT NOT NULL,
    spokesperson TEXT NOT NULL, question TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE attachment (
    ${record},
    case_id TEXT NOT NULL REFERENCES counselling_case (id), name TEXT NOT NULL, kind TEXT NOT NULL, size INTEGER NOT NULL,
    note TEXT NOT NULL, added_on TEXT NOT NULL, added_by_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX attachment_by_case ON attachment (case_id, deleted_at, id)',
  // The content lies beside its record and never in the change log. Undo and trash move the record alone.
  `CREATE TABLE attachment_chunk (
    attachment_id TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (attachment_id, position)
  ) STRICT`,
  // A record whose content was destroyed can't come back empty, by no undo.
  `CREATE TRIGGER attachment_needs_content BEFORE INSERT ON attachment
    WHEN NOT EXISTS (SELECT 1 FROM attachment_chunk WHERE attachment_id = new.id) BEGIN
    SELECT RAISE(ABORT, 'an attachment without content');
  END`,

  `CREATE TABLE note_template (${record}, name TEXT NOT NULL, text TEXT NOT NULL) STRICT`,

  // The following are logs of their own: no undo reaches them.
  `CREATE TABLE case_grant (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('shared', 'deputy')), reason TEXT NOT NULL, until TEXT NOT NULL,
    granted_at TEXT NOT NULL, granted_by_name TEXT NOT NULL, ended_at TEXT, ended_by_name TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX case_grant_by_person ON case_grant (person_id, ended_at, until, case_id)',
  'CREATE INDEX case_grant_by_case ON case_grant (case_id)',
  `CREATE TABLE access_log (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL, at TEXT NOT NULL,
    kind TEXT NOT NULL, reason TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX access_log_by_case ON access_log (case_id, id)',
  `CREATE TRIGGER access_log_stands BEFORE UPDATE ON access_log BEGIN
    SELECT RAISE(ABORT, 'the log of openings is not changed');
  END`,
  `CREATE TABLE conflict_notice (
    code TEXT PRIMARY KEY, case_id TEXT NOT NULL, other_case_id TEXT NOT NULL, reason TEXT NOT NULL, found_at TEXT NOT NULL,
    found_by_name TEXT NOT NULL, settled_at TEXT, settled_by_name TEXT NOT NULL DEFAULT '', settled_note TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, other_case_id, reason)
  ) STRICT`,
]
