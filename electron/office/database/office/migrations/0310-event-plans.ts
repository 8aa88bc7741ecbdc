import { sql } from 'kysely'
import type { Migration } from '../../migrate.ts'

/** Money of events, shifts, material, run sheet, risks and emergency sheet. */
export const eventPlans: Migration = {
  version: 310,
  name: 'event-plans',
  async up(database) {
    for (const statement of steps) await sql.raw(statement).execute(database)
  },
}

const part = 'id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES event (id)'
const placed = `${part}, position INTEGER NOT NULL`
const text = (...names: string[]): string => names.map((name) => `${name} TEXT NOT NULL DEFAULT ''`).join(', ')
const flag = (name: string): string => `${name} INTEGER NOT NULL DEFAULT 0 CHECK (${name} IN (0, 1))`
const level = (name: string): string => `${name} INTEGER NOT NULL CHECK (${name} BETWEEN 1 AND 3)`
const byEvent = (table: string): string => `CREATE INDEX ${table}_by_event ON ${table} (event_id, position)`
const byContact = (table: string, column: string): string => `CREATE INDEX ${table}_by_${column.replace('_id', '')} ON ${table} (${column}) WHERE ${column} IS NOT NULL`

const steps = [
  `CREATE TABLE event_fund (
    ${placed}, kind TEXT NOT NULL CHECK (kind IN ('grant', 'own', 'income', 'in-kind', 'donation')), ${text('name', 'funder', 'reference', 'note')}, contact_id TEXT,
    planned_cents INTEGER NOT NULL DEFAULT 0, approved_cents INTEGER, proof_on TEXT
  ) STRICT`,
  `CREATE TABLE event_budget_line (${placed}, category TEXT NOT NULL, ${text('label')}, planned_cents INTEGER NOT NULL DEFAULT 0, source_id TEXT) STRICT`,
  `CREATE TABLE event_receipt (
    ${placed}, direction TEXT NOT NULL CHECK (direction IN ('expense', 'income')), number INTEGER CHECK (number > 0), receipt_on TEXT, paid_on TEXT, contact_id TEXT,
    ${text('party', 'purpose')}, amount_cents INTEGER NOT NULL DEFAULT 0, line_id TEXT, source_id TEXT
  ) STRICT`,
  `CREATE TABLE event_shift (${placed}, ${text('task', 'place', 'note')}, day INTEGER NOT NULL DEFAULT 0, starts_at TEXT, ends_at TEXT, needed INTEGER NOT NULL DEFAULT 0) STRICT`,
  `CREATE TABLE event_shift_person (${placed}, shift_id TEXT NOT NULL, contact_id TEXT, name TEXT NOT NULL) STRICT`,
  `CREATE TABLE event_equipment (${placed}, ${text('what', 'quantity', 'owner', 'bringer', 'note')}, owner_id TEXT, bringer_id TEXT, ${flag('got')}, ${flag('returned')}) STRICT`,
  `CREATE TABLE event_run_item (${placed}, day INTEGER NOT NULL DEFAULT 0, starts_at TEXT, minutes INTEGER CHECK (minutes >= 0), ${text('title', 'who', 'place', 'technology', 'note')}) STRICT`,
  `CREATE TABLE event_risk (${placed}, ${text('title', 'measure', 'responsible')}, ${level('likelihood')}, ${level('impact')}) STRICT`,
  `CREATE TABLE event_safety (${part}, facts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facts)), ${flag('exclusion')}, ${text('exclusion_text', 'note')}) STRICT`,
  'CREATE UNIQUE INDEX event_safety_of_event ON event_safety (event_id)',
  ...['event_fund', 'event_budget_line', 'event_receipt', 'event_shift', 'event_shift_person', 'event_equipment', 'event_run_item', 'event_risk'].map(byEvent),
  byContact('event_fund', 'contact_id'), byContact('event_receipt', 'contact_id'), byContact('event_shift_person', 'contact_id'),
  byContact('event_equipment', 'owner_id'), byContact('event_equipment', 'bringer_id'),
]
