import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

const insert = (columns: string, values: string) => `INSERT INTO event (id, version, created_at, updated_at, title, title_key, kind, state${columns}) VALUES ('e', 1, 't', 't', 'Fest', 'fest', 'festival', 'planned'${values})`

it('adds events to an office of before; a time needs its day, an end does not lie before the beginning', async () => {
  const { writer, upgrade } = await databaseBefore(230, 'office', officeMigrations)
  await upgrade()

  expect(() => writer.all(insert(', starts_at', ", '18:00'"))).toThrow(/CHECK/)
  expect(() => writer.all(insert(', starts_on, ends_on', ", '2027-06-12', '2027-06-11'"))).toThrow(/CHECK/)
  writer.all(insert(', starts_on, ends_on', ", '2027-06-12', '2027-06-12'"))
  writer.all("INSERT INTO event_partner (id, event_id, position, role, name) VALUES ('p', 'e', 0, 'partner', 'Chor')")
  expect(() => writer.all("INSERT INTO event_partner (id, event_id, position, role, name) VALUES ('q', 'none', 0, 'partner', 'Chor')")).toThrow(/FOREIGN KEY/)
  expect(writer.all('SELECT place_text, visitors, visitors_counted FROM event')).toEqual([{ place_text: '', visitors: null, visitors_counted: 0 }])
})
