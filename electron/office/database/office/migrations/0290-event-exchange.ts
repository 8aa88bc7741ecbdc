import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Where an event was imported from, and clashes that were taken on knowingly. */
export const eventExchange: Migration = {
  version: 290,
  name: 'event-exchange',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  `CREATE TABLE event_acceptance (
    id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES event (id), clash TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', accepted_by TEXT NOT NULL, accepted_at TEXT NOT NULL,
    UNIQUE (event_id, clash)
  ) STRICT`,
  `CREATE TABLE event_source (
    id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES event (id), uid TEXT NOT NULL, recurrence TEXT NOT NULL DEFAULT '', calendar TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0, fields TEXT NOT NULL CHECK (json_valid(fields)), imported_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX event_source_by_uid ON event_source (uid, recurrence)',
  'CREATE INDEX event_source_by_event ON event_source (event_id)',
]
