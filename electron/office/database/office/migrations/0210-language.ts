import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** The office's own dictionary and glossary. */
export const language: Migration = {
  version: 210,
  name: 'language',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const columns = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT'
const statements = [
  `CREATE TABLE dictionary_word (${columns}, word TEXT NOT NULL CHECK (word <> ''), word_key TEXT NOT NULL) STRICT`,
  `CREATE TABLE glossary_term (
    ${columns}, term TEXT NOT NULL CHECK (term <> ''), term_key TEXT NOT NULL, explanation TEXT NOT NULL CHECK (explanation <> ''), plain TEXT NOT NULL DEFAULT ''
  ) STRICT`,
]
