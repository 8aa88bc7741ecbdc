import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('adds a calendar to an office of before; an end does not lie before its beginning, and a time that falls out needs its entry', async () => {
  const { writer, upgrade } = await databaseBefore(280, 'office', officeMigrations)
  await upgrade()

  const insert = (columns: string, values: string) => `INSERT INTO calendar_entry (id, version, created_at, updated_at, kind, title, starts_on, last_on${columns})
    VALUES ('e', 1, 't', 't', 'hours', 'Sprechzeit', '2026-11-23', '9999-12-31'${values})`
  expect(() => writer.all(insert(', ends_on', ", '2026-11-22'"))).toThrow(/CHECK/)
  expect(() => writer.all(insert(', ends_at', ", '18:00'"))).toThrow(/CHECK/)
  writer.all(insert('', ''))
  expect(writer.all('SELECT repeat, repeat_until, place FROM calendar_entry')).toEqual([{ repeat: '', repeat_until: null, place: '' }])
  writer.all("INSERT INTO calendar_skip (id, entry_id, day) VALUES ('s', 'e', '2026-11-23')")
  expect(() => writer.all("INSERT INTO calendar_skip (id, entry_id, day) VALUES ('q', 'none', '2026-11-23')")).toThrow(/FOREIGN KEY/)
  const overrule = (values: string) => `INSERT INTO overruled_day (id, version, created_at, updated_at, special_day, from_on, to_on) VALUES ('o', 1, 't', 't', 'ikw:2027', ${values})`
  expect(() => writer.all(overrule("NULL, '2027-09-12'"))).toThrow(/CHECK/)
  writer.all(overrule("'2027-09-12', '2027-09-19'"))
})
