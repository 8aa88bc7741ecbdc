import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Events with partners, places, series and templates of checklists. */
export const events: Migration = {
  version: 230,
  name: 'events',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const record = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT, deleted_by TEXT'
const text = (...names: string[]): string => names.map((name) => `${name} TEXT NOT NULL DEFAULT ''`).join(', ')
const stepFree = "step_free TEXT NOT NULL DEFAULT 'unknown' CHECK (step_free IN ('unknown', 'yes', 'partly', 'no'))"

const steps = [
  `CREATE TABLE event_series (${record}, title TEXT NOT NULL, title_key TEXT NOT NULL, ${text('motto', 'note')}, starts_on TEXT, ends_on TEXT, entries_until TEXT) STRICT`,
  `CREATE TABLE venue (
    ${record}, name TEXT NOT NULL, name_key TEXT NOT NULL, contact_id TEXT, ${text('street', 'postal_code', 'city', 'access_note', 'transport', 'note')}, ${stepFree},
    accessible_toilet INTEGER NOT NULL DEFAULT 0 CHECK (accessible_toilet IN (0, 1)), hearing_loop INTEGER NOT NULL DEFAULT 0 CHECK (hearing_loop IN (0, 1))
  ) STRICT`,
  'CREATE INDEX venue_by_contact ON venue (contact_id) WHERE contact_id IS NOT NULL',
  `CREATE TABLE venue_room (
    id TEXT PRIMARY KEY, venue_id TEXT NOT NULL REFERENCES venue (id), position INTEGER NOT NULL, name TEXT NOT NULL, capacity INTEGER, ${text('seating', 'equipment', 'note')}, ${stepFree}
  ) STRICT`,
  'CREATE INDEX venue_room_by_venue ON venue_room (venue_id, position)',
  `CREATE TABLE event (
    ${record}, title TEXT NOT NULL, title_key TEXT NOT NULL, kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('idea', 'planned', 'approved', 'advertised', 'held', 'settled', 'cancelled')),
    series_id TEXT, starts_on TEXT, starts_at TEXT, ends_on TEXT, ends_at TEXT, venue_id TEXT, room_id TEXT,
    ${text('place_text', 'fallback_place', 'access_note', 'target_group', 'languages', 'interpretation', 'childcare', 'topic', 'cost', 'registration', 'programme_text', 'responsible_name', 'note')},
    expected INTEGER, capacity INTEGER, visitors INTEGER, visitors_counted INTEGER NOT NULL DEFAULT 0 CHECK (visitors_counted IN (0, 1)), responsible_id TEXT,
    CHECK (starts_on IS NOT NULL OR (starts_at IS NULL AND ends_on IS NULL AND ends_at IS NULL)), CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT`,
  'CREATE INDEX event_by_day ON event (deleted_at, starts_on, starts_at)',
  'CREATE INDEX event_by_series ON event (series_id, starts_on) WHERE series_id IS NOT NULL',
  'CREATE INDEX event_by_venue ON event (venue_id, starts_on) WHERE venue_id IS NOT NULL',
  `CREATE TABLE event_partner (
    id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES event (id), position INTEGER NOT NULL, role TEXT NOT NULL, contact_id TEXT, name TEXT NOT NULL, ${text('note')}
  ) STRICT`,
  'CREATE INDEX event_partner_by_event ON event_partner (event_id, position)',
  'CREATE INDEX event_partner_by_contact ON event_partner (contact_id) WHERE contact_id IS NOT NULL',
  `CREATE TABLE checklist (${record}, title TEXT NOT NULL, title_key TEXT NOT NULL, kinds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(kinds)), ${text('based_on')}) STRICT`,
  `CREATE TABLE checklist_item (
    id TEXT PRIMARY KEY, checklist_id TEXT NOT NULL REFERENCES checklist (id), position INTEGER NOT NULL, title TEXT NOT NULL, ${text('heading', 'note')},
    lead_count INTEGER NOT NULL, lead_unit TEXT NOT NULL CHECK (lead_unit IN ('T', 'W', 'M')), permit INTEGER NOT NULL DEFAULT 0 CHECK (permit IN (0, 1))
  ) STRICT`,
  'CREATE INDEX checklist_item_by_checklist ON checklist_item (checklist_id, position)',
]
