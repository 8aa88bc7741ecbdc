import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Documents that are edited by another program: copies outside the vault, and the versions that were taken back. */
export const roundTrip: Migration = {
  version: 150,
  name: 'round-trip',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  'ALTER TABLE document ADD COLUMN series_id TEXT',
  'ALTER TABLE document ADD COLUMN series_number INTEGER NOT NULL DEFAULT 0',
  'CREATE INDEX document_by_series ON document (series_id, series_number) WHERE series_id IS NOT NULL',
  `CREATE TABLE edited_copy (
    id TEXT PRIMARY KEY, target_type TEXT NOT NULL CHECK (target_type IN ('letter', 'document')), target_id TEXT NOT NULL, series_id TEXT NOT NULL,
    kind TEXT NOT NULL, hash TEXT NOT NULL, opened_at TEXT NOT NULL, opened_by TEXT NOT NULL
  ) STRICT`,
]
