import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Cases that live on in another one. */
export const caseMerge: Migration = {
  version: 110,
  name: 'case merge',
  async up(database: Kysely<never>) {
    await sql`CREATE TABLE case_merge (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES counselling_case (id), merged_id TEXT NOT NULL UNIQUE,
      merged_number TEXT NOT NULL, former_alias TEXT NOT NULL, merged_at TEXT NOT NULL, merged_by_name TEXT NOT NULL
    ) STRICT`.execute(database)
    await sql`CREATE INDEX case_merge_by_case ON case_merge (case_id)`.execute(database)
  },
}
