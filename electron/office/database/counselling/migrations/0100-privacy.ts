import { sql, type Kysely } from 'kysely'
import { createDestructions } from '../../destroy.ts'
import type { Migration } from '../../migrate.ts'

/** Purposes, restriction, objection, holds, proposals, what the archive said, exports, and the record of what was destroyed. */
export const privacy: Migration = {
  version: 100,
  name: 'privacy',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
    await createDestructions(database)
  },
}

const text = (name: string): string => `${name} TEXT NOT NULL DEFAULT ''`

const statements = [
  `CREATE TABLE case_privacy (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL UNIQUE REFERENCES counselling_case (id),
    restricted_on TEXT, ${text('restricted_why')}, ${text('restricted_note')},
    social_data INTEGER NOT NULL DEFAULT 0, ${text('social_source')}, ${text('other_source')}, other_since TEXT,
    informed_on TEXT, other_informed_on TEXT,
    objection_on TEXT, ${text('objection_grounds')}, ${text('objection_result')}, ${text('objection_weighing')}, objection_decided_on TEXT, ${text('objection_decided_by')},
    ${text('retention_rule')}, final_on TEXT
  ) STRICT`,
  'CREATE INDEX case_privacy_restricted ON case_privacy (case_id) WHERE restricted_on IS NOT NULL',
  `CREATE TABLE case_purpose (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES counselling_case (id), purpose TEXT NOT NULL, legal_basis TEXT NOT NULL,
    ${text('special_basis')}, ${text('special_reason')},
    ${text('consent_version')}, consent_on TEXT, ${text('consent_way')}, ${text('consent_scope')}, consent_until TEXT, revoked_on TEXT, ${text('revoked_way')},
    position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX case_purpose_by_case ON case_purpose (case_id, position)',
  `CREATE TABLE case_correction (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES counselling_case (id), asked_on TEXT NOT NULL, what TEXT NOT NULL,
    outcome TEXT NOT NULL, note TEXT NOT NULL, decided_on TEXT, decided_by TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX case_correction_by_case ON case_correction (case_id, position)',
  `CREATE TABLE legal_hold (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES counselling_case (id), reason TEXT NOT NULL, set_on TEXT NOT NULL, set_by TEXT NOT NULL,
    until TEXT, lifted_on TEXT, ${text('lifted_by')}
  ) STRICT`,
  'CREATE INDEX legal_hold_by_case ON legal_hold (case_id)',
  // The following are logs and proposals: no undo reaches them.
  `CREATE TABLE disposal (
    record_type TEXT NOT NULL, record_id TEXT NOT NULL, case_id TEXT, mode TEXT NOT NULL CHECK (mode IN ('destroy', 'anonymise')),
    reason TEXT NOT NULL, note TEXT NOT NULL, proposed_at TEXT NOT NULL, proposed_by_id TEXT NOT NULL, proposed_by TEXT NOT NULL,
    PRIMARY KEY (record_type, record_id)
  ) STRICT`,
  `CREATE TABLE archive_offer (
    case_id TEXT PRIMARY KEY, offered_on TEXT NOT NULL, decision TEXT NOT NULL, decided_on TEXT, handed_over_on TEXT, note TEXT NOT NULL, noted_by TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE disclosure (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, at TEXT NOT NULL, person_name TEXT NOT NULL, identity_check TEXT NOT NULL, left_out TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX disclosure_by_case ON disclosure (case_id, id)',
  `CREATE TABLE destruction_record (
    number TEXT PRIMARY KEY, at TEXT NOT NULL, content TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL
  ) STRICT`,
  `CREATE TRIGGER destruction_record_stands BEFORE UPDATE ON destruction_record BEGIN
    SELECT RAISE(ABORT, 'the record of destructions is not changed');
  END`,
  `CREATE TRIGGER destruction_record_stays BEFORE DELETE ON destruction_record BEGIN
    SELECT RAISE(ABORT, 'the record of destructions is not changed');
  END`,
  `CREATE TABLE retention_practice (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    ${text('archive_name')}, archive_required INTEGER NOT NULL DEFAULT 1, backup_days INTEGER, ${text('backup_note')}
  ) STRICT`,
  `INSERT INTO retention_practice (id, version, created_at, updated_at)
    VALUES ('retention-practice', 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
  `CREATE TABLE retention_period (
    id TEXT PRIMARY KEY, practice_id TEXT NOT NULL REFERENCES retention_practice (id), years INTEGER, reason TEXT NOT NULL, set_on TEXT NOT NULL, set_by TEXT NOT NULL
  ) STRICT`,
]
