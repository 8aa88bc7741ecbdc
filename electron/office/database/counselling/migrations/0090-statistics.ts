import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** What is asked for the statistics alone, the indexes that count it, frozen years and what was published. */
export const statistics: Migration = {
  version: 90,
  name: 'statistics',
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  // All of it is optional: NULL is „nicht erfragt". It lies with case and consultation, apart from the identity card.
  ...['origin', 'place', 'age_band', 'gender'].flatMap((column) => [
    `ALTER TABLE counselling_case ADD COLUMN ${column} TEXT`,
    `ALTER TABLE consultation ADD COLUMN ${column} TEXT`,
  ]),
  // Of an anonymous consultation; a case has its history of titles.
  'ALTER TABLE consultation ADD COLUMN residence_status TEXT',

  // All that is counted, without the notes: no table is read.
  `CREATE INDEX consultation_for_statistics ON consultation (
    deleted_at, held_on, case_id, topic, channel, duration_minutes, result, language, interpretation, access_path, contact_kind, service_type,
    origin, place, age_band, gender, residence_status
  )`,
  'CREATE INDEX counselling_case_for_statistics ON counselling_case (id, kind, language, origin, place, age_band, gender)',

  // Figures of a finished year as they were counted on a day. They name no case and no person, so no deletion reaches them.
  `CREATE TABLE statistics_snapshot (
    id TEXT PRIMARY KEY, year INTEGER NOT NULL, edition INTEGER NOT NULL, made_at TEXT NOT NULL, made_by_name TEXT NOT NULL,
    reason TEXT NOT NULL, content TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (year, edition)
  ) STRICT`,
  ...['UPDATE', 'DELETE'].map((what) => `CREATE TRIGGER statistics_snapshot_stands_${what.toLowerCase()} BEFORE ${what} ON statistics_snapshot BEGIN
    SELECT RAISE(ABORT, 'a frozen year is not changed');
  END`),
  // What left the office, as it left: to see whether a further table would give something away together with it.
  `CREATE TABLE statistics_publication (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, by_name TEXT NOT NULL, title TEXT NOT NULL, format TEXT NOT NULL, threshold INTEGER NOT NULL,
    from_on TEXT NOT NULL, to_on TEXT NOT NULL, dimensions TEXT NOT NULL, filters TEXT NOT NULL, cells TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX statistics_publication_by_time ON statistics_publication (at)',
]
