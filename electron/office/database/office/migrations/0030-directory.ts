import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Contacts with addresses, channels, labels and roles. Every order of the list has its index, trashed contacts apart. */
export const directory: Migration = {
  version: 30,
  name: 'directory',
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `CREATE TABLE contact (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    deleted_at TEXT, deleted_by TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('organisation', 'person')),
    name TEXT NOT NULL, short_name TEXT NOT NULL, department TEXT NOT NULL, type_code TEXT,
    family_name TEXT NOT NULL, given_names TEXT NOT NULL,
    name_order TEXT NOT NULL CHECK (name_order IN ('given-first', 'family-first')),
    title TEXT NOT NULL, salutation TEXT NOT NULL CHECK (salutation IN ('none', 'ms', 'mr', 'name')), note TEXT NOT NULL,
    list_name TEXT NOT NULL, list_place TEXT NOT NULL, name_key TEXT NOT NULL, place_key TEXT NOT NULL, type_key TEXT NOT NULL,
    match_key TEXT NOT NULL
  ) STRICT`,
  ...['name_key', 'place_key, name_key', 'type_key, name_key'].flatMap((columns) => {
    const order = columns.split('_')[0]
    return [
      `CREATE INDEX contact_by_${order} ON contact (deleted_at, ${columns}, id)`,
      `CREATE INDEX contact_by_kind_and_${order} ON contact (deleted_at, kind, ${columns}, id)`,
    ]
  }),
  'CREATE INDEX contact_by_match ON contact (match_key)',
  `CREATE TABLE contact_address (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id), position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('office', 'postal', 'home', 'other')), street TEXT NOT NULL, extra TEXT NOT NULL,
    postal_code TEXT NOT NULL, place TEXT NOT NULL, country TEXT NOT NULL, preferred INTEGER NOT NULL CHECK (preferred IN (0, 1))
  ) STRICT`,
  'CREATE INDEX contact_address_by_contact ON contact_address (contact_id, position)',
  `CREATE TABLE contact_channel (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id), position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'mobile', 'fax', 'email', 'web', 'other')), value TEXT NOT NULL,
    label TEXT NOT NULL, preferred INTEGER NOT NULL CHECK (preferred IN (0, 1)), e164 TEXT
  ) STRICT`,
  'CREATE INDEX contact_channel_by_contact ON contact_channel (contact_id, position)',
  `CREATE TABLE contact_label (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id),
    kind TEXT NOT NULL CHECK (kind IN ('tag', 'area')), label TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX contact_label_by_contact ON contact_label (contact_id)',
  'CREATE INDEX contact_label_by_label ON contact_label (kind, label)',
  `CREATE TABLE contact_role (
    id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact (id), organisation_id TEXT NOT NULL,
    title TEXT NOT NULL, started_on TEXT, ended_on TEXT
  ) STRICT`,
  'CREATE INDEX contact_role_by_contact ON contact_role (contact_id)',
  'CREATE INDEX contact_role_by_organisation ON contact_role (organisation_id)',
]
