import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Logs of escalating situations: entries with every former wording, and whom to reach. */
export const escalation: Migration = {
  version: 80,
  name: 'escalation',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE escalation (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    number TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, municipality TEXT NOT NULL, place TEXT NOT NULL, occasion TEXT NOT NULL,
    assessment TEXT NOT NULL, open_points TEXT NOT NULL, distribution TEXT NOT NULL, closed_on TEXT NOT NULL, closing_note TEXT NOT NULL,
    created_by_name TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE escalation_entry (
    id TEXT PRIMARY KEY, escalation_id TEXT NOT NULL REFERENCES escalation (id), happened_on TEXT NOT NULL, happened_at TEXT NOT NULL,
    kind TEXT NOT NULL, certainty TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, source_note TEXT NOT NULL, who TEXT NOT NULL,
    contact_id TEXT, level TEXT, revision INTEGER NOT NULL, withdrawn INTEGER NOT NULL, entered_at TEXT NOT NULL, entered_by_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX escalation_entry_in_order ON escalation_entry (escalation_id, happened_on, happened_at, id)',
  // The entry may be taken back by undo while its former wording is put back after it: no reference to the entry, only to the log.
  `CREATE TABLE escalation_correction (
    id TEXT PRIMARY KEY, escalation_id TEXT NOT NULL REFERENCES escalation (id), entry_id TEXT NOT NULL, former TEXT NOT NULL,
    reason TEXT NOT NULL, corrected_at TEXT NOT NULL, corrected_by_name TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX escalation_correction_by_log ON escalation_correction (escalation_id, entry_id, id)',
  `CREATE TABLE escalation_contact (
    id TEXT PRIMARY KEY, escalation_id TEXT NOT NULL REFERENCES escalation (id), contact_id TEXT NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX escalation_contact_by_log ON escalation_contact (escalation_id, position)',
  // The incident may be destroyed before the log: its place goes with it (record type `incident`).
  `CREATE TABLE escalation_incident (
    id TEXT PRIMARY KEY, escalation_id TEXT NOT NULL REFERENCES escalation (id), incident_id TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX escalation_incident_by_log ON escalation_incident (escalation_id, id)',
  'CREATE INDEX escalation_incident_by_incident ON escalation_incident (incident_id)',
]
