import { sql, type Kysely } from 'kysely'
import type { Migration } from '../../migrate.ts'

/**
 * Saved views of the list of contacts, and an index for everything by which contacts are filtered, grouped and sorted. Numbers
 * are found by their last digits too: the tails of those that are stored already join the search index.
 */
export const finding: Migration = {
  version: 80,
  name: 'finding',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
    await addNumberTails(database)
  },
}

const statements = [
  `CREATE TABLE contact_view (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT,
    owner_id TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL CHECK (json_valid(definition))
  ) STRICT`,
  // Filters: the set of contacts that a condition means stands in one index. The kind at the end of an order serves its groups.
  'CREATE INDEX contact_by_type_code ON contact (deleted_at, type_code, kind)',
  'CREATE INDEX contact_by_affiliation ON contact (deleted_at, affiliation)',
  'CREATE INDEX contact_by_publication ON contact (deleted_at, publication)',
  'CREATE INDEX contact_by_ags ON contact (deleted_at, ags, name_key, id, kind)',
  'CREATE INDEX contact_by_change ON contact (deleted_at, updated_at, id, kind)',
  'DROP INDEX contact_by_check',
  'CREATE INDEX contact_by_check ON contact (deleted_at, checked_on, name_key, id, kind)',
  'DROP INDEX contact_label_by_contact',
  'CREATE INDEX contact_label_by_contact ON contact_label (contact_id, kind, label)',
  'DROP INDEX contact_label_by_label',
  'CREATE INDEX contact_label_by_label ON contact_label (kind, label, contact_id)',
  'CREATE INDEX contact_channel_by_kind ON contact_channel (contact_id, kind)',
  'CREATE INDEX contact_address_by_postal_code ON contact_address (postal_code, contact_id)',
  'CREATE INDEX contact_role_by_title ON contact_role (title, ended_on, contact_id)',
]

/** As `searchText` makes them since this step; frozen here, because a migration must not change with the application. */
async function addNumberTails(database: Kysely<never>): Promise<void> {
  const { rows } = await sql<{ contact_id: string; value: string }>`
    SELECT contact_id, value FROM contact_channel WHERE kind IN ('phone', 'mobile', 'fax')`.execute(database)
  for (const { contact_id, value } of rows) {
    const digits = value.replace(/^\s*(?:\+|00)49\s*(?:\(0\))?/u, '0').replace(/\D/gu, '')
    if (digits.length < 7) continue
    const tails = Array.from({ length: digits.length - 4 }, (_, index) => digits.slice(index + 1)).join(' ')
    await sql`UPDATE search_document SET body_text = body_text || ${` ${tails}`}
      WHERE record_type = 'contact' AND record_id = ${contact_id}`.execute(database)
  }
}
