import { sql } from 'kysely'
import { createAudit } from '../../audit-schema.ts'
import type { Migration } from '../../migrate.ts'

/** The tamper-evident log, and which papers of the shelf for data protection were made from which settings. */
export const audit: Migration = {
  version: 130,
  name: 'audit',
  async up(database) {
    await createAudit(database)
    await sql`CREATE TABLE compliance_print (
      paper TEXT PRIMARY KEY, at TEXT NOT NULL, person_name TEXT NOT NULL, sources TEXT NOT NULL CHECK (json_valid(sources))
    ) STRICT, WITHOUT ROWID`.execute(database)
  },
}
