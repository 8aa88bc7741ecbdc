import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Letters to several recipients, copies with content of their own, and who writes and signs. */
export const recipients: Migration = {
  version: 260,
  name: 'recipients',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const text = (column: string, value = ''): string => `ALTER TABLE letter ADD COLUMN ${column} TEXT NOT NULL DEFAULT '${value}'`

const steps = [
  text('way', 'post'),
  text('distribution', 'copies'),
  text('enclosed_papers', '{}'),
  'ALTER TABLE letter ADD COLUMN signer_id TEXT',
  text('signature_function'),
  text('signer_sign'),
  'ALTER TABLE letter ADD COLUMN editor_id TEXT',
  text('editor_name'),
  text('editor_sign'),
  text('contact_phone'),
  text('contact_email'),
  text('orders'),
  text('draft_note'),
  `CREATE TABLE letter_recipient (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('original', 'copy', 'notice')), contact_id TEXT, name TEXT NOT NULL, address_notes TEXT NOT NULL, address_lines TEXT NOT NULL,
    salutation TEXT NOT NULL, way TEXT NOT NULL, enclosures TEXT, note TEXT NOT NULL, withhold INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX letter_recipient_by_letter ON letter_recipient (letter_id, position)',
  'CREATE INDEX letter_recipient_by_contact ON letter_recipient (contact_id) WHERE contact_id IS NOT NULL',
  `CREATE TABLE signatory (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    name TEXT NOT NULL, function_title TEXT NOT NULL, rule TEXT NOT NULL CHECK (rule IN ('head', 'deputy', 'order')), sign TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL
  ) STRICT`,
  "ALTER TABLE letterhead ADD COLUMN signer_id TEXT NOT NULL DEFAULT ''",
]
