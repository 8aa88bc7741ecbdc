import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { counsellingMigrations } from './index.ts'

it('adds to cases from before the tables of data protection; what was settled stands in one row, what was destroyed in a chain', async () => {
  const { writer, upgrade } = await databaseBefore(100, 'counselling', counsellingMigrations)
  writer.all(`INSERT INTO counselling_case (id, version, created_at, updated_at, number, letter, year, sequence, kind, alias, alias_key, note, opened_on, counsellor_id, counsellor_name, active_on)
    VALUES ('c', 1, 't', 't', 'B-2026-001', 'B', 2026, 1, 'person', 'Linde', 'linde', '', '2026-01-01', 'p', 'P', '2026-01-01')`)
  await upgrade()

  expect(writer.all('SELECT id, version, archive_required, backup_days FROM retention_practice')).toEqual([{ id: 'retention-practice', version: 1, archive_required: 1, backup_days: null }])
  expect(writer.all('SELECT count(*) AS n FROM destruction')).toEqual([{ n: 0 }])
  writer.all("INSERT INTO case_privacy (id, case_id) VALUES ('p', 'c')")
  expect(writer.all('SELECT restricted_on, social_data, retention_rule FROM case_privacy')).toEqual([{ restricted_on: null, social_data: 0, retention_rule: '' }])
  expect(() => writer.all("INSERT INTO case_privacy (id, case_id) VALUES ('q', 'c')")).toThrow(/UNIQUE/)
  writer.all("INSERT INTO destruction_record (number, at, content, previous, hash, signature) VALUES ('LP-1', 't', '{}', '', 'h', 's')")
  expect(() => writer.all("UPDATE destruction_record SET hash = 'x'")).toThrow(/not changed/)
})
