import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/**
 * Organisations stand below others, contacts have a municipality and an area, a transliteration and a salutation of their
 * own; and what the office has to do with them: purposes with their legal basis, agreements, encounters. New columns have a
 * default, because undo brings back rows that were removed before this step.
 */
export const contactDealings: Migration = {
  version: 60,
  name: 'contact dealings',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const part = 'id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id)'

const statements = [
  // No foreign key: the superior organisation may be gone again by undo.
  "ALTER TABLE contact ADD COLUMN parent_id TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE contact ADD COLUMN ags TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE contact ADD COLUMN responsibility_area TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE contact ADD COLUMN transliteration TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE contact ADD COLUMN transliteration_standard TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE contact ADD COLUMN salutation_text TEXT NOT NULL DEFAULT ''",
  // Most contacts have none: those stay out of the index.
  "CREATE INDEX contact_by_parent ON contact (parent_id) WHERE parent_id <> ''",
  `CREATE TABLE contact_purpose (
    ${part}, purpose TEXT NOT NULL, legal_basis TEXT NOT NULL,
    consent_on TEXT, consent_until TEXT, revoked_on TEXT, evidence TEXT NOT NULL DEFAULT '', review_on TEXT
  ) STRICT`,
  'CREATE INDEX contact_purpose_by_contact ON contact_purpose (contact_id)',
  'CREATE INDEX contact_purpose_by_purpose ON contact_purpose (purpose, contact_id)',
  `CREATE TABLE contact_agreement (
    ${part}, title TEXT NOT NULL, subject TEXT NOT NULL DEFAULT '',
    started_on TEXT, ended_on TEXT, notice_until TEXT, note TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX contact_agreement_by_contact ON contact_agreement (contact_id)',
  `CREATE TABLE contact_encounter (
    ${part}, held_on TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('call', 'email', 'meeting', 'visit', 'event', 'other')),
    text TEXT NOT NULL, author_name TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX contact_encounter_by_contact ON contact_encounter (contact_id, held_on)',
  // The contact history asks for the letters to a contact; drafts without a recipient stay out.
  'CREATE INDEX letter_by_recipient ON letter (recipient_id, letter_date) WHERE recipient_id IS NOT NULL',
]
