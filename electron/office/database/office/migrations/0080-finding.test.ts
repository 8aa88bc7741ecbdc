import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('makes saved views, and finds numbers of an office from before by their last digits', async () => {
  const { writer, upgrade } = await databaseBefore(80, 'office', officeMigrations)
  writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names, name_order,
    title, salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('c', 1, 't', 't', 'organisation', 'Verein', '', '', '', '', 'given-first', '', 'none', '', 'Verein', '', 'verein', '', '', 'k')`, [])
  writer.all(`INSERT INTO contact_channel (id, contact_id, position, kind, value, label, preferred, e164)
    VALUES ('n', 'c', 0, 'mobile', '+49 (0)171 234 5678', '', 0, NULL)`, [])
  writer.all(`INSERT INTO search_document (record_type, record_id, title, subtitle, line, title_text, body_text)
    VALUES ('contact', 'c', 'Verein', '', '', 'verein', '01712345678')`, [])
  await upgrade()

  const found = (digits: string) => writer.all('SELECT rowid FROM search_index WHERE search_index MATCH ?', [`"${digits}"*`]).length
  expect(['5678', '345678', '1234', '0171', '9999'].map(found)).toEqual([1, 1, 1, 1, 0])

  writer.all("INSERT INTO contact_view VALUES ('v', 1, 't', 't', NULL, NULL, '', 'Vereine', '{}')", [])
  expect(() => writer.all("UPDATE contact_view SET definition = 'Vereine'", [])).toThrow(/CHECK/)
})
