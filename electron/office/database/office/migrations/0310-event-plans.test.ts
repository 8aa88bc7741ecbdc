import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('gives the events of before room for money and plans; what belongs to no event or is no level of risk is refused', async () => {
  const { writer, upgrade } = await databaseBefore(310, 'office', officeMigrations)
  writer.all("INSERT INTO event (id, version, created_at, updated_at, title, title_key, kind, state) VALUES ('e', 1, 't', 't', 'Fest', 'fest', 'festival', 'planned')")
  await upgrade()

  writer.all("INSERT INTO event_fund (id, event_id, position, kind) VALUES ('s', 'e', 0, 'grant')")
  expect(writer.all('SELECT name, planned_cents, approved_cents FROM event_fund')).toEqual([{ name: '', planned_cents: 0, approved_cents: null }])
  expect(() => writer.all("INSERT INTO event_fund (id, event_id, position, kind) VALUES ('t', 'e', 0, 'loan')")).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO event_receipt (id, event_id, position, direction) VALUES ('r', 'none', 0, 'expense')")).toThrow(/FOREIGN KEY/)
  expect(() => writer.all("INSERT INTO event_risk (id, event_id, position, likelihood, impact) VALUES ('x', 'e', 0, 4, 1)")).toThrow(/CHECK/)
  writer.all("INSERT INTO event_safety (id, event_id) VALUES ('a', 'e')")
  expect(() => writer.all("INSERT INTO event_safety (id, event_id) VALUES ('b', 'e')")).toThrow(/UNIQUE/)
})
