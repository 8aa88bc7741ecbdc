import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('keeps contacts of an office from before and lets an import remember', async () => {
  const { writer, upgrade } = await databaseBefore(100, 'office', officeMigrations)
  writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names, name_order, title, salutation,
    note, list_name, list_place, name_key, place_key, type_key, match_key) VALUES ('c', 1, 't', 't', 'organisation', 'AWO', '', '', '', '', 'given-first', '', 'none', '', 'AWO', '', 'awo', '', '', 'organisation|awo||')`, [])
  await upgrade()
  expect(writer.all('SELECT id, name FROM contact', [])).toEqual([{ id: 'c', name: 'AWO' }])
  writer.all("INSERT INTO contact_origin VALUES ('o', 'c', 'f', 'liste.csv', '2026-01-01')", [])
  expect(() => writer.all("INSERT INTO contact_origin VALUES ('p', 'nobody', 'f', 'liste.csv', '2026-01-01')", [])).toThrow(/FOREIGN KEY/)
  const plan = (sql: string) => writer.all(`EXPLAIN QUERY PLAN ${sql}`, []).map(({ detail }) => String(detail)).join(' ')
  expect(plan("SELECT contact_id FROM contact_channel WHERE kind = 'email' AND value = 'a@b.de' COLLATE NOCASE")).toContain('contact_channel_by_email')
  expect(plan("SELECT contact_id FROM contact_channel WHERE e164 = '+49355'")).toContain('contact_channel_by_number')
  expect(plan("SELECT contact_id FROM contact_origin WHERE fingerprint = 'f'")).toContain('contact_origin_by_fingerprint')
})
