import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Statements with their ladder, contributors and comments; versions of letters; the register of mail, papers and files. */
export const statements: Migration = {
  version: 130,
  name: 'statements',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const record = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT'

const steps = [
  `CREATE TABLE statement (
    ${record},
    year INTEGER NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0), number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('statement', 'participation')), occasion TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL,
    field TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', requester_id TEXT, requester_name TEXT NOT NULL, requester_key TEXT NOT NULL,
    subject_key TEXT NOT NULL, their_reference TEXT NOT NULL DEFAULT '', received_on TEXT NOT NULL, way TEXT NOT NULL,
    due_on TEXT, extension TEXT NOT NULL DEFAULT '' CHECK (extension IN ('', 'asked', 'granted', 'refused')), extended_to TEXT, effective_due TEXT,
    involvement TEXT NOT NULL DEFAULT 'in-time' CHECK (involvement IN ('in-time', 'late', 'not')), land TEXT NOT NULL,
    assignee_id TEXT, assignee_name TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('received', 'drafting', 'cosigning', 'submitted', 'returned', 'signed', 'sent', 'closed', 'dropped')),
    vote TEXT NOT NULL DEFAULT '', letter_id TEXT, submitted_letter_version INTEGER,
    signed_at TEXT, signed_by TEXT NOT NULL DEFAULT '', signed_version INTEGER, sent_on TEXT, sent_by TEXT NOT NULL DEFAULT '', sent_way TEXT,
    answered_on TEXT, outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'adopted', 'partly', 'not')), outcome_text TEXT NOT NULL DEFAULT '',
    follow_up_on TEXT, note TEXT NOT NULL DEFAULT '',
    UNIQUE (year, sequence)
  ) STRICT`,
  'CREATE INDEX statement_by_state ON statement (deleted_at, state, effective_due)',
  'CREATE INDEX statement_by_received ON statement (deleted_at, received_on)',
  'CREATE UNIQUE INDEX statement_by_letter ON statement (letter_id) WHERE letter_id IS NOT NULL',
  'CREATE INDEX statement_by_requester ON statement (requester_id) WHERE requester_id IS NOT NULL',
  `CREATE TABLE statement_step (
    id TEXT PRIMARY KEY, statement_id TEXT NOT NULL REFERENCES statement (id), position INTEGER NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL,
    working_days INTEGER NOT NULL, due_on TEXT NOT NULL, done_on TEXT, done_by TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX statement_step_by_statement ON statement_step (statement_id, position)',
  `CREATE TABLE statement_contributor (
    id TEXT PRIMARY KEY, statement_id TEXT NOT NULL REFERENCES statement (id), position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('contribute', 'cosign', 'notice')), person_id TEXT, contact_id TEXT, name TEXT NOT NULL,
    requested_on TEXT, due_on TEXT, replied_on TEXT, reply TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX statement_contributor_by_statement ON statement_contributor (statement_id, position)',
  'CREATE INDEX statement_contributor_by_contact ON statement_contributor (contact_id) WHERE contact_id IS NOT NULL',
  `CREATE TABLE statement_comment (
    id TEXT PRIMARY KEY, statement_id TEXT NOT NULL REFERENCES statement (id), quote TEXT NOT NULL, nth INTEGER NOT NULL, text TEXT NOT NULL,
    author_id TEXT NOT NULL, author_name TEXT NOT NULL, at TEXT NOT NULL, resolved_at TEXT, resolved_by TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX statement_comment_by_statement ON statement_comment (statement_id, id)',
  `CREATE TABLE statement_decision (
    id TEXT PRIMARY KEY, statement_id TEXT NOT NULL REFERENCES statement (id), at TEXT NOT NULL, person_name TEXT NOT NULL, action TEXT NOT NULL,
    remark TEXT NOT NULL DEFAULT '', text_version INTEGER
  ) STRICT`,
  'CREATE INDEX statement_decision_by_statement ON statement_decision (statement_id, id)',

  `CREATE TABLE letter_version (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter (id), number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('kept', 'submitted', 'final')), note TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL CHECK (json_valid(content)), hash TEXT NOT NULL, made_at TEXT NOT NULL, made_by_id TEXT NOT NULL, made_by TEXT NOT NULL,
    UNIQUE (letter_id, number)
  ) STRICT`,
  // A kept text is what somebody has read and signed: it can be taken back as a whole, but never changed.
  `CREATE TRIGGER letter_version_stands BEFORE UPDATE ON letter_version BEGIN
    SELECT RAISE(ABORT, 'a kept version is not changed');
  END`,

  `CREATE TABLE register_entry (
    ${record},
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')), year INTEGER NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0), number TEXT NOT NULL,
    entry_on TEXT NOT NULL, kind TEXT NOT NULL, way TEXT NOT NULL, contact_id TEXT, correspondent TEXT NOT NULL, subject TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '', record_type TEXT CHECK (record_type IN ('statement', 'letter')), record_id TEXT,
    follow_up_on TEXT, follow_up_done_on TEXT, assignee_id TEXT, assignee_name TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
    UNIQUE (direction, year, sequence)
  ) STRICT`,
  'CREATE INDEX register_entry_by_number ON register_entry (deleted_at, direction, year, sequence)',
  'CREATE INDEX register_entry_by_record ON register_entry (record_id) WHERE record_id IS NOT NULL',
  'CREATE INDEX register_entry_by_contact ON register_entry (contact_id, entry_on) WHERE contact_id IS NOT NULL',
  'CREATE INDEX register_entry_by_follow_up ON register_entry (follow_up_on) WHERE follow_up_on IS NOT NULL AND follow_up_done_on IS NULL AND deleted_at IS NULL',
  'CREATE TABLE register_counter (series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (series, year)) STRICT',

  `CREATE TABLE document (
    ${record},
    owner_type TEXT NOT NULL, owner_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '', parent_id TEXT, added_on TEXT NOT NULL, added_by_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX document_by_owner ON document (owner_id, deleted_at, id)',
  `CREATE TABLE attachment_chunk (
    attachment_id TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (attachment_id, position)
  ) STRICT`,
  // A record whose content was destroyed can't come back empty, by no undo.
  `CREATE TRIGGER document_needs_content BEFORE INSERT ON document
    WHEN NOT EXISTS (SELECT 1 FROM attachment_chunk WHERE attachment_id = new.id) BEGIN
    SELECT RAISE(ABORT, 'a document without content');
  END`,
  'CREATE TABLE document_text (document_id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT',

  `CREATE TABLE dossier (${record}, plan TEXT NOT NULL, title TEXT NOT NULL, closed_on TEXT) STRICT`,
  `CREATE TABLE matter (
    ${record},
    dossier_id TEXT NOT NULL REFERENCES dossier (id), year INTEGER NOT NULL, sequence INTEGER NOT NULL, reference TEXT NOT NULL, title TEXT NOT NULL,
    opened_on TEXT NOT NULL, closed_on TEXT, last_number INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  'CREATE INDEX matter_by_dossier ON matter (dossier_id, deleted_at)',
  `CREATE TABLE filing (
    id TEXT PRIMARY KEY, matter_id TEXT NOT NULL REFERENCES matter (id), number INTEGER NOT NULL CHECK (number > 0), record_type TEXT NOT NULL,
    record_id TEXT NOT NULL, filed_on TEXT NOT NULL, UNIQUE (matter_id, number)
  ) STRICT`,
  'CREATE UNIQUE INDEX filing_by_record ON filing (record_type, record_id)',

  `CREATE TABLE register_settings (
    ${record},
    letter_pattern TEXT NOT NULL, statement_pattern TEXT NOT NULL, incoming_pattern TEXT NOT NULL, outgoing_pattern TEXT NOT NULL, matter_pattern TEXT NOT NULL,
    ladder TEXT NOT NULL DEFAULT '', plan TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `INSERT INTO register_settings (id, version, created_at, updated_at, letter_pattern, statement_pattern, incoming_pattern, outgoing_pattern, matter_pattern)
    VALUES ('register-settings', 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
      '{Jahr}/{lfd}', 'St {Jahr}/{lfd:3}', 'E {Jahr}/{lfd}', 'A {Jahr}/{lfd}', '{Aktenplan}-{Jahr}/{lfd:3}')`,
]
