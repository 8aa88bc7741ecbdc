import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('keeps what decisions and merges need, one decision a pair and one merge in force a contact', async () => {
  const { writer, upgrade } = await databaseBefore(70, 'office', officeMigrations)
  const insert = (id: string) => writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names,
    name_order, title, salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('${id}', 1, 't', 't', 'person', '', '', '', 'Adam', 'Bea', 'given-first', '', 'ms', '', 'Adam, Bea', '', 'adam bea', '', '', 'k')`, [])
  insert('a')
  insert('b')
  await upgrade()

  writer.all("INSERT INTO contact_distinction VALUES ('a:b', 'a', 'b', 'different', 't', 'Mara')", [])
  expect(() => writer.all("INSERT INTO contact_distinction VALUES ('x', 'a', 'b', 'perhaps', 't', 'Mara')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO contact_distinction VALUES ('y', 'nobody', 'b', 'later', 't', 'Mara')", [])).toThrow(/FOREIGN KEY/)
  const merge = (id: string, undone = '') => writer.all(`INSERT INTO contact_merge VALUES ('${id}', 'a', 'b', 't', 'Mara', '{}', '${undone}', '')`, [])
  merge('m1', 'yesterday')
  merge('m2')
  expect(() => merge('m3')).toThrow(/UNIQUE/)
  expect(() => writer.all("UPDATE contact_merge SET details = 'nothing'", [])).toThrow(/CHECK/)
})
