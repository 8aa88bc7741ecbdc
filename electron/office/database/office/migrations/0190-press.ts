import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Media contacts, press releases and press review; leaflets with editions and their journal. */
export const press: Migration = {
  version: 190,
  name: 'press',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const record = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT'
const words = (...names: string[]): string => names.map((name) => `${name} TEXT NOT NULL DEFAULT ''`).join(', ')

const steps = [
  `CREATE TABLE contact_media (id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id), ${words('kind', 'area', 'deadline', 'topics', 'note')}) STRICT`,
  // One set of details for a contact: a merge leaves the second with the contact that goes.
  'CREATE UNIQUE INDEX contact_media_by_contact ON contact_media (contact_id)',

  `CREATE TABLE press_release (
    ${record}, letter_id TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'released', 'sent', 'dropped')),
    embargo_at TEXT CHECK (embargo_at IS NULL OR embargo_at GLOB '????-??-??T??:??'),
    submitted_on TEXT, released_on TEXT, sent_on TEXT, follow_up_on TEXT, follow_up_done_on TEXT,
    ${words('topic', 'list_id', 'submitted_to', 'released_by', 'return_note', 'note')}
  ) STRICT`,
  'CREATE UNIQUE INDEX press_release_by_letter ON press_release (letter_id)',
  'CREATE INDEX press_release_by_state ON press_release (deleted_at, state, embargo_at)',
  `CREATE TABLE press_quote (
    id TEXT PRIMARY KEY, release_id TEXT NOT NULL REFERENCES press_release (id), position INTEGER NOT NULL, contact_id TEXT, name TEXT NOT NULL,
    ${words('role', 'text')}, asked_on TEXT, granted_on TEXT, refused_on TEXT, CHECK (granted_on IS NULL OR refused_on IS NULL)
  ) STRICT`,
  'CREATE INDEX press_quote_by_release ON press_quote (release_id, position)',
  `CREATE TABLE press_delivery (
    id TEXT PRIMARY KEY, release_id TEXT NOT NULL REFERENCES press_release (id), contact_id TEXT, name TEXT NOT NULL, way TEXT NOT NULL, sent_on TEXT NOT NULL,
    ${words('entry')}
  ) STRICT`,
  'CREATE INDEX press_delivery_by_release ON press_delivery (release_id)',
  'CREATE INDEX press_delivery_by_contact ON press_delivery (contact_id) WHERE contact_id IS NOT NULL',

  `CREATE TABLE clipping (
    ${record}, published_on TEXT NOT NULL, medium_id TEXT, medium_name TEXT NOT NULL, author_id TEXT, title TEXT NOT NULL, release_id TEXT,
    follow_up_on TEXT, follow_up_done_on TEXT, ${words('author_name', 'topic', 'tone', 'place', 'link', 'summary')}
  ) STRICT`,
  'CREATE INDEX clipping_by_day ON clipping (deleted_at, published_on)',
  'CREATE INDEX clipping_by_medium ON clipping (medium_id) WHERE medium_id IS NOT NULL',
  'CREATE INDEX clipping_by_release ON clipping (release_id) WHERE release_id IS NOT NULL',

  `CREATE TABLE press_settings (${record}, office_id TEXT, ${words('boilerplate', 'office_name', 'contact')}) STRICT`,
  `INSERT INTO press_settings (id, version, created_at, updated_at)
    VALUES ('press-settings', 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,

  `CREATE TABLE material (
    ${record}, title TEXT NOT NULL, title_key TEXT NOT NULL, publisher_id TEXT, ${words('kind', 'topic', 'publisher_name', 'source', 'note')}
  ) STRICT`,
  'CREATE INDEX material_by_title ON material (deleted_at, title_key)',
  `CREATE TABLE material_edition (
    id TEXT PRIMARY KEY, material_id TEXT NOT NULL REFERENCES material (id), languages TEXT NOT NULL CHECK (languages <> ''),
    min_stock INTEGER NOT NULL DEFAULT 0 CHECK (min_stock >= 0), issued_on TEXT, review_on TEXT, outdated_on TEXT, ${words('edition', 'format', 'shelf', 'outdated_note', 'note')}
  ) STRICT`,
  'CREATE INDEX material_edition_by_material ON material_edition (material_id)',
  `CREATE TABLE material_movement (
    id TEXT PRIMARY KEY, material_id TEXT NOT NULL REFERENCES material (id), edition_id TEXT NOT NULL REFERENCES material_edition (id), moved_on TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'display', 'return', 'discard', 'count')), change INTEGER NOT NULL, contact_id TEXT,
    ${words('party', 'note', 'person_name')}
  ) STRICT`,
  'CREATE INDEX material_movement_by_edition ON material_movement (edition_id, id)',
  'CREATE INDEX material_movement_by_material ON material_movement (material_id)',
  'CREATE INDEX material_movement_by_contact ON material_movement (contact_id) WHERE contact_id IS NOT NULL',
]
