import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Referrals, releases from secrecy, and the office's own translations of the sheets for clients. */
export const referrals: Migration = {
  version: 60,
  name: 'referrals',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const record = `id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT`

const statements = [
  `CREATE TABLE referral (
    ${record},
    case_id TEXT REFERENCES counselling_case (id), consultation_id TEXT, contact_id TEXT, contact_name TEXT NOT NULL,
    organisation TEXT NOT NULL, topic TEXT NOT NULL, quality TEXT NOT NULL, referred_on TEXT NOT NULL, about TEXT NOT NULL,
    bring TEXT NOT NULL, appointment TEXT NOT NULL,
    hand_over TEXT NOT NULL CHECK (hand_over IN ('none', 'present', 'release', 'law')), handed_what TEXT NOT NULL, release_id TEXT,
    deadline_id TEXT, feedback TEXT, feedback_on TEXT, waiting_weeks INTEGER, feedback_note TEXT NOT NULL,
    counsellor_id TEXT NOT NULL, counsellor_name TEXT NOT NULL,
    CHECK (hand_over <> 'release' OR release_id IS NOT NULL)
  ) STRICT`,
  'CREATE INDEX referral_by_day ON referral (deleted_at, referred_on, id)',
  'CREATE INDEX referral_by_case ON referral (case_id, referred_on)',
  'CREATE INDEX referral_by_consultation ON referral (consultation_id)',
  'CREATE INDEX referral_by_contact ON referral (contact_id, deleted_at)',
  'CREATE INDEX referral_by_release ON referral (release_id)',
  `CREATE TABLE secrecy_release (
    ${record},
    case_id TEXT NOT NULL REFERENCES counselling_case (id), contact_id TEXT, contact_name TEXT NOT NULL, information TEXT NOT NULL,
    purpose TEXT NOT NULL, valid_until TEXT NOT NULL, mutual INTEGER NOT NULL, language TEXT, text_version TEXT NOT NULL,
    signed_on TEXT, signed_way TEXT, signed_note TEXT NOT NULL, signed_by_name TEXT NOT NULL,
    revoked_on TEXT, revoked_note TEXT NOT NULL, revoked_by_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX secrecy_release_by_case ON secrecy_release (case_id, deleted_at)',
  `CREATE TABLE sheet_texts (${record}, texts TEXT NOT NULL) STRICT`,
]
