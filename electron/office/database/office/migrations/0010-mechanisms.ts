import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'
import { createMechanisms } from '../../mechanism-schema.ts'

/** Change log, search index, drafts, and what each person has set for the screens. */
export const mechanisms: Migration = {
  version: 10,
  name: 'mechanisms',
  async up(database) {
    await createMechanisms(database)
    await sql`CREATE TABLE preference (
      person_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person_id, key)
    ) STRICT, WITHOUT ROWID`.execute(database)
  },
}
