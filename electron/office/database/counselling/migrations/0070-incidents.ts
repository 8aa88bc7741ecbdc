import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Incidents with whom they affect, their clock, and safe ways of contact of a case. */
export const incidents: Migration = {
  version: 70,
  name: 'incidents',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const record = `id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT`
const part = 'id TEXT PRIMARY KEY, incident_id TEXT NOT NULL REFERENCES incident (id)'

const statements = [
  // Undo puts old rows back, which don't know these columns: each has a default.
  'ALTER TABLE deadline ADD COLUMN incident_id TEXT',
  'CREATE INDEX deadline_by_incident ON deadline (incident_id) WHERE incident_id IS NOT NULL',
  "ALTER TABLE access_log ADD COLUMN incident_id TEXT NOT NULL DEFAULT ''",
  "CREATE INDEX access_log_by_incident ON access_log (incident_id, id) WHERE incident_id <> ''",

  `CREATE TABLE incident (
    ${record},
    number TEXT NOT NULL UNIQUE, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
    occurred_on TEXT, occurred_until TEXT, time_band TEXT, municipality TEXT NOT NULL, district TEXT NOT NULL, place_kind TEXT,
    report_way TEXT NOT NULL, reported_on TEXT NOT NULL, anonymous_report INTEGER NOT NULL, life_area TEXT, summary TEXT NOT NULL,
    place_detail TEXT NOT NULL, description TEXT NOT NULL, actor_known TEXT, actor_kind TEXT, actor_organisation TEXT NOT NULL,
    land TEXT NOT NULL, known_on TEXT, rejection_on TEXT, dismissal_on TEXT, offender_known_on TEXT, discontinued_on TEXT,
    penalty_served_on TEXT, result TEXT, result_on TEXT, result_amount_cents INTEGER, result_note TEXT NOT NULL, attack INTEGER NOT NULL,
    motive TEXT, attack_count INTEGER, direct_count INTEGER, indirect_count INTEGER, under18_count INTEGER, injury TEXT,
    damage_cents INTEGER, police_known TEXT, pmk TEXT, pmk_note TEXT NOT NULL, police_number TEXT NOT NULL, police_station TEXT NOT NULL,
    police_officer TEXT NOT NULL, prosecution_number TEXT NOT NULL, court TEXT NOT NULL, court_number TEXT NOT NULL, report_filed_on TEXT,
    application_filed_on TEXT, decree TEXT NOT NULL,
    consultation_id TEXT, kept_on TEXT NOT NULL DEFAULT '', kept_by_name TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL, recorded_by_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX incident_by_day ON incident (reported_on, id) WHERE deleted_at IS NULL',
  `CREATE TABLE incident_code (${part}, list TEXT NOT NULL, code TEXT NOT NULL, flagged INTEGER NOT NULL, position INTEGER NOT NULL) STRICT`,
  'CREATE INDEX incident_code_by_incident ON incident_code (incident_id, list, position)',
  // There is no column for a name: identity stays with the case.
  `CREATE TABLE incident_affected (
    ${part}, case_id TEXT REFERENCES counselling_case (id), age_group TEXT NOT NULL, involvement TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX incident_affected_by_incident ON incident_affected (incident_id, position)',
  'CREATE INDEX incident_affected_by_case ON incident_affected (case_id)',
  `CREATE TABLE incident_claim (
    ${part}, code TEXT NOT NULL, asserted_on TEXT, amount_cents INTEGER, note TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX incident_claim_by_incident ON incident_claim (incident_id, position)',
  `CREATE TABLE incident_evidence (
    ${part}, kind TEXT NOT NULL, description TEXT NOT NULL, dated_on TEXT, attachment_id TEXT, sha256 TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX incident_evidence_by_incident ON incident_evidence (incident_id, position)',
  'CREATE INDEX incident_evidence_by_attachment ON incident_evidence (attachment_id)',
  `CREATE TABLE incident_step (
    ${part}, code TEXT NOT NULL, held_on TEXT NOT NULL, note TEXT NOT NULL, next TEXT NOT NULL, next_on TEXT, next_done INTEGER NOT NULL,
    position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX incident_step_by_incident ON incident_step (incident_id, position)',
  `CREATE TABLE incident_first_aid (${part}, item TEXT NOT NULL, done_on TEXT NOT NULL, done_by_name TEXT NOT NULL) STRICT`,
  'CREATE INDEX incident_first_aid_by_incident ON incident_first_aid (incident_id)',
  `CREATE TABLE incident_refusal (
    ${part}, rule TEXT NOT NULL, reason TEXT NOT NULL, refused_on TEXT NOT NULL, refused_by_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX incident_refusal_by_incident ON incident_refusal (incident_id)',
  `CREATE TABLE incident_offender (${record}, names TEXT NOT NULL, note TEXT NOT NULL) STRICT`,
  `CREATE TABLE case_safety (
    id TEXT PRIMARY KEY REFERENCES counselling_case (id), no_calls INTEGER NOT NULL, no_voicemail INTEGER NOT NULL, no_messages INTEGER NOT NULL,
    no_letters INTEGER NOT NULL, code_word TEXT NOT NULL, note TEXT NOT NULL
  ) STRICT`,
]
