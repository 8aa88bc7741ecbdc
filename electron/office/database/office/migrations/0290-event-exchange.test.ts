import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('adds what was imported and what was taken on to events of before; a clash is taken on once', async () => {
  const { writer, upgrade } = await databaseBefore(290, 'office', officeMigrations)
  writer.all("INSERT INTO event (id, version, created_at, updated_at, title, title_key, kind, state) VALUES ('e', 1, 't', 't', 'Fest', 'fest', 'festival', 'planned')")
  await upgrade()

  const acceptance = "INSERT INTO event_acceptance (id, event_id, clash, accepted_by, accepted_at) VALUES ('a', 'e', 'day:x', 'P', 't')"
  writer.all(acceptance)
  expect(() => writer.all(acceptance.replace("('a'", "('b'"))).toThrow(/UNIQUE/)
  expect(() => writer.all(acceptance.replace("('a', 'e'", "('c', 'none'"))).toThrow(/FOREIGN KEY/)
  expect(() => writer.all("INSERT INTO event_source (id, event_id, uid, fields, imported_at) VALUES ('s', 'e', 'u', 'x', 't')")).toThrow(/CHECK/)
  writer.all("INSERT INTO event_source (id, event_id, uid, fields, imported_at) VALUES ('s', 'e', 'u', '{}', 't')")
  expect(writer.all('SELECT recurrence, sequence FROM event_source')).toEqual([{ recurrence: '', sequence: 0 }])
})
