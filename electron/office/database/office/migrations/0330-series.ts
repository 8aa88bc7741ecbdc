import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Series: who is asked for events, what came back, what the booklet says; what a serial letter encloses for each recipient. */
export const series: Migration = {
  version: 330,
  name: 'series',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  'ALTER TABLE event_series ADD COLUMN text_limit INTEGER NOT NULL DEFAULT 600 CHECK (text_limit BETWEEN 100 AND 3000)',
  ...['greeting', 'greeting_by', 'sponsors', 'imprint'].map((name) => `ALTER TABLE event_series ADD COLUMN ${name} TEXT NOT NULL DEFAULT ''`),
  'ALTER TABLE event_series ADD COLUMN previous_id TEXT',
  `CREATE TABLE event_series_partner (
    id TEXT PRIMARY KEY, series_id TEXT NOT NULL REFERENCES event_series (id), position INTEGER NOT NULL, contact_id TEXT, name TEXT NOT NULL, code TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('noted', 'invited', 'reminded', 'answered', 'nothing', 'declined')), invited_on TEXT, reminded_on TEXT, answered_on TEXT,
    note TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE UNIQUE INDEX event_series_partner_code ON event_series_partner (code)',
  'CREATE INDEX event_series_partner_by_series ON event_series_partner (series_id, position)',
  'CREATE INDEX event_series_partner_by_contact ON event_series_partner (contact_id) WHERE contact_id IS NOT NULL',
  `CREATE TABLE event_entry (
    id TEXT PRIMARY KEY, event_id TEXT NOT NULL UNIQUE REFERENCES event (id), partner_id TEXT, slot INTEGER NOT NULL DEFAULT 0, read_on TEXT,
    last_reading TEXT NOT NULL DEFAULT '' CHECK (last_reading = '' OR json_valid(last_reading)),
    approval TEXT NOT NULL CHECK (approval IN ('received', 'query', 'accepted', 'rejected')), query TEXT NOT NULL DEFAULT '', public_contact TEXT NOT NULL DEFAULT '',
    remark TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX event_entry_by_partner ON event_entry (partner_id) WHERE partner_id IS NOT NULL',
  "ALTER TABLE serial_run ADD COLUMN enclosure TEXT NOT NULL DEFAULT '' CHECK (enclosure = '' OR json_valid(enclosure))",
]
