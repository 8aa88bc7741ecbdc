import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('keeps series as they are, each code once, and one entry an event', async () => {
  const { writer, upgrade } = await databaseBefore(330, 'office', officeMigrations)
  writer.all("INSERT INTO event_series (id, version, created_at, updated_at, title, title_key) VALUES ('s', 1, 't', 't', 'Woche', 'woche')")
  writer.all("INSERT INTO event (id, version, created_at, updated_at, title, title_key, kind, state) VALUES ('e', 1, 't', 't', 'Fest', 'fest', 'festival', 'planned')")
  await upgrade()
  expect(writer.all('SELECT title, text_limit, greeting, previous_id FROM event_series', [])).toEqual([{ title: 'Woche', text_limit: 600, greeting: '', previous_id: null }])
  const partner = (id: string, contact: string, code: string): string =>
    `INSERT INTO event_series_partner (id, series_id, position, contact_id, name, code, state) VALUES ('${id}', 's', 0, ${contact}, 'Verein', '${code}', 'noted')`
  writer.all(partner('1', "'c'", 'IW-A'))
  writer.all(partner('2', 'NULL', 'IW-B'))
  writer.all(partner('3', 'NULL', 'IW-C'))
  expect(() => writer.all(partner('4', "'d'", 'IW-A'))).toThrow(/UNIQUE/)
  writer.all("INSERT INTO event_entry (id, event_id, approval) VALUES ('1', 'e', 'received')")
  expect(() => writer.all("INSERT INTO event_entry (id, event_id, approval) VALUES ('2', 'e', 'received')")).toThrow(/UNIQUE/)
})
