import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { counsellingMigrations } from './index.ts'

it('keeps papers from before as papers of no letter, gives each number once, and lets no kept version be changed', async () => {
  const { writer, upgrade } = await databaseBefore(120, 'counselling', counsellingMigrations)
  writer.all(`INSERT INTO counselling_case (id, version, created_at, updated_at, number, letter, year, sequence, kind, alias, alias_key, note, opened_on, counsellor_id, counsellor_name, active_on)
    VALUES ('c', 1, 't', 't', 'B-2026-001', 'B', 2026, 1, 'person', 'Linde', 'linde', '', '2026-01-02', 'p', 'P', '2026-01-02')`)
  writer.all("INSERT INTO attachment_chunk (attachment_id, position, bytes) VALUES ('a', 0, x'00')")
  writer.all("INSERT INTO attachment (id, version, created_at, updated_at, case_id, name, kind, size, note, added_on, added_by_name) VALUES ('a', 1, 't', 't', 'c', 'n', 'pdf', 1, '', 't', 'P')")
  await upgrade()

  expect(writer.all('SELECT letter_id, series_number, hash FROM attachment')).toEqual([{ letter_id: null, series_number: 0, hash: '' }])
  const letter = (id: string, content: string): string => `INSERT INTO client_letter (id, version, created_at, updated_at, case_id, year, sequence, number, status, content, subject, recipient_name, letter_date, to_client, land, counsellor_id, counsellor_name)
    VALUES ('${id}', 1, 't', 't', 'c', 2026, 1, 'BS-2026-001', 'draft', '${content}', '', '', '2026-11-22', 0, 'BB', 'p', 'P')`
  expect(() => writer.all(letter('k', 'kein JSON'))).toThrow(/CHECK/)
  writer.all(letter('l', '{}'))
  expect(() => writer.all(letter('m', '{}'))).toThrow(/UNIQUE/)
  writer.all("INSERT INTO client_letter_version (id, letter_id, number, kind, content, hash, made_at, made_by) VALUES ('v', 'l', 1, 'final', '{}', 'h', 't', 'P')")
  expect(() => writer.all("UPDATE client_letter_version SET note = 'x'")).toThrow(/not changed/)
})
