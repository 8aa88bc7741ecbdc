import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { counsellingMigrations } from './index.ts'

it('keeps openings and revocations from being changed or removed', async () => {
  const { writer, upgrade } = await databaseBefore(140, 'counselling', counsellingMigrations)
  await upgrade()
  writer.exec(`INSERT INTO deputy_arrangement (id, made_at, made_by_name, holders, valid_until, revoked_at) VALUES ('a', 't', 'L', '[]', 't', '2026-01-01')`)
  writer.exec(`INSERT INTO deputy_opening (id, arrangement_id, person_name, holders, reason, opened_at, until) VALUES ('p', 'a', 'V', '[]', 'x', 't', 't')`)
  expect(() => writer.exec(`UPDATE deputy_opening SET reason = 'y'`)).toThrow('an opening is not changed')
  expect(() => writer.exec(`UPDATE deputy_opening SET until = 'y'`)).toThrow('an opening is not changed')
  expect(() => writer.exec('DELETE FROM deputy_opening')).toThrow('an opening is not removed')
  expect(() => writer.exec('UPDATE deputy_arrangement SET revoked_at = NULL')).toThrow('a revocation is not taken back')
  writer.exec(`UPDATE deputy_opening SET ended_at = 't', seen_at = 't'`)
  expect(writer.all('SELECT ended_at, seen_at FROM deputy_opening')).toEqual([{ ended_at: 't', seen_at: 't' }])
  expect(() => writer.exec(`INSERT INTO clock_mark (id, at) VALUES (2, 't')`)).toThrow()
})
