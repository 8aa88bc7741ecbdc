import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Planning cases, extensions and contributions of statements; the numbered items of a Verfügung; follow-ups set by templates. */
export const statementCourse: Migration = {
  version: 200,
  name: 'statement-course',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const steps = [
  "ALTER TABLE statement ADD COLUMN procedure TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE statement ADD COLUMN plan_stage TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE statement ADD COLUMN display_from TEXT',
  'ALTER TABLE statement ADD COLUMN display_to TEXT',
  "ALTER TABLE statement ADD COLUMN involvement_note TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE statement ADD COLUMN extension_asked_on TEXT',
  'ALTER TABLE statement ADD COLUMN extension_wanted TEXT',
  "ALTER TABLE statement ADD COLUMN extension_reason TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE statement ADD COLUMN extension_letter_id TEXT',
  'ALTER TABLE statement ADD COLUMN extension_answered_on TEXT',
  'ALTER TABLE statement_contributor ADD COLUMN reminded_on TEXT',
  "ALTER TABLE statement_contributor ADD COLUMN contribution TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE document_template ADD COLUMN follow_up_days INTEGER CHECK (follow_up_days BETWEEN 1 AND 730)',
  `CREATE TABLE directive_item (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter (id), position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'letter', 'cosign', 'copy', 'task', 'follow-up', 'file')), text TEXT NOT NULL,
    person_id TEXT, contact_id TEXT, name TEXT NOT NULL DEFAULT '', due_on TEXT, matter_id TEXT, result_letter_id TEXT,
    done_on TEXT, done_by TEXT NOT NULL DEFAULT '', initials TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX directive_item_by_letter ON directive_item (letter_id, position)',
  'CREATE INDEX directive_item_open ON directive_item (person_id, due_on) WHERE done_on IS NULL',
]
