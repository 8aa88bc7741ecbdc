import { sql, type Generated, type Kysely } from 'kysely'
import type { AuditSchema } from './audit-schema.ts'

/** Tables that both databases have: change log, search index, drafts, tamper-evident log. Times are ISO 8601 in UTC. */
export interface MechanismSchema extends AuditSchema {
  meta: { key: string; value: string }
  change_group: {
    id: string
    at: string
    person_id: string
    person_name: string
    /** What was done, in German: "Kontakt geändert". */
    action: string
    /** The record that the action was about; null for bulk actions. */
    record_type: string | null
    record_id: string | null
    coalesce_key: string | null
    /** The group that this one takes back. */
    undoes: string | null
    undone_by: string | null
  }
  change_entry: {
    id: Generated<number>
    group_id: string
    record_type: string
    record_id: string
    table_name: string
    row_id: string
    op: 'insert' | 'update' | 'delete'
    /** JSON of the columns before: all for `delete`, the changed ones for `update`. */
    before: string | null
    after: string | null
  }
  search_document: {
    id: Generated<number>
    record_type: string
    record_id: string
    title: string
    subtitle: string
    /** Shown in the result line, such as a telephone number. */
    line: string
    /** Normalised words of the title, and of everything. */
    title_text: string
    body_text: string
  }
  draft: { person_id: string; form: string; value: string; updated_at: string }
}

/** Columns that every record's root table has, kept by the write mechanism alone. */
export interface RecordColumns {
  id: string
  version: number
  created_at: string
  updated_at: string
  deleted_at: string | null
  deleted_by: string | null
}

/** First migration of both databases. */
export async function createMechanisms(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}

const statements = [
  `CREATE TABLE change_group (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL, action TEXT NOT NULL,
    record_type TEXT, record_id TEXT, coalesce_key TEXT, undoes TEXT, undone_by TEXT
  ) STRICT`,
  'CREATE INDEX change_group_by_person ON change_group (person_id, id)',
  `CREATE TABLE change_entry (
    id INTEGER PRIMARY KEY, group_id TEXT NOT NULL REFERENCES change_group (id) ON DELETE CASCADE,
    record_type TEXT NOT NULL, record_id TEXT NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')), before TEXT, after TEXT
  ) STRICT`,
  'CREATE INDEX change_entry_by_group ON change_entry (group_id, table_name, row_id)',
  'CREATE INDEX change_entry_by_record ON change_entry (record_type, record_id, id)',
  `CREATE TABLE search_document (
    id INTEGER PRIMARY KEY, record_type TEXT NOT NULL, record_id TEXT NOT NULL, title TEXT NOT NULL,
    subtitle TEXT NOT NULL, line TEXT NOT NULL, title_text TEXT NOT NULL, body_text TEXT NOT NULL,
    UNIQUE (record_type, record_id)
  ) STRICT`,
  `CREATE VIRTUAL TABLE search_index USING fts5 (
    record_type, title_text, body_text, content = 'search_document', content_rowid = 'id', tokenize = 'unicode61', prefix = '2 3'
  )`,
  // Deleted words leave the index at once and not at some later merge.
  "INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)",
  `CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
    INSERT INTO search_index (rowid, record_type, title_text, body_text)
    VALUES (new.id, new.record_type, new.title_text, new.body_text);
  END`,
  `CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
    INSERT INTO search_index (search_index, rowid, record_type, title_text, body_text)
    VALUES ('delete', old.id, old.record_type, old.title_text, old.body_text);
  END`,
  `CREATE TRIGGER search_document_changed AFTER UPDATE OF title_text, body_text ON search_document
    WHEN old.title_text <> new.title_text OR old.body_text <> new.body_text BEGIN
    INSERT INTO search_index (search_index, rowid, record_type, title_text, body_text)
    VALUES ('delete', old.id, old.record_type, old.title_text, old.body_text);
    INSERT INTO search_index (rowid, record_type, title_text, body_text)
    VALUES (new.id, new.record_type, new.title_text, new.body_text);
  END`,
  `CREATE TABLE draft (
    person_id TEXT NOT NULL, form TEXT NOT NULL, value TEXT NOT NULL, updated_at TEXT NOT NULL,
    PRIMARY KEY (person_id, form)
  ) STRICT, WITHOUT ROWID`,
]
