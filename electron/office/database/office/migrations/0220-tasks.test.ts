import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

const columns = 'id, version, created_at, updated_at, title, given_by_id, given_by_name'

it('adds tasks to an office of before; a day is whole, and so are the record and the distance to it', async () => {
  const { writer, upgrade } = await databaseBefore(220, 'office', officeMigrations)
  await upgrade()

  writer.all(`INSERT INTO task (${columns}) VALUES ('a', 1, 't', 't', 'Blumen', 'p', 'P')`)
  expect(writer.all("SELECT notice_days, repeat, done_at, permit FROM task")).toEqual([{ notice_days: 0, repeat: '', done_at: null, permit: 0 }])
  expect(() => writer.all(`INSERT INTO task (${columns}, due_on) VALUES ('b', 1, 't', 't', 'x', 'p', 'P', '2026-01-01')`)).toThrow(/CHECK/)
  expect(() => writer.all(`INSERT INTO task (${columns}, record_type) VALUES ('b', 1, 't', 't', 'x', 'p', 'P', 'event')`)).toThrow(/CHECK/)
  expect(() => writer.all(`INSERT INTO task (${columns}, lead_count, lead_unit) VALUES ('b', 1, 't', 't', 'x', 'p', 'P', 1, 'J')`)).toThrow(/CHECK/)
})
