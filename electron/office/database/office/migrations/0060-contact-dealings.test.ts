import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('keeps contacts from before, gives them no superior and nothing agreed, and makes strict tables for what comes', async () => {
  const { writer, upgrade } = await databaseBefore(60, 'office', officeMigrations)
  writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names, name_order,
    title, salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('c', 1, 't', 't', 'organisation', 'Verein', '', '', '', '', 'given-first', '', 'none', '', 'Verein', '', 'verein', '', '', 'k')`, [])
  await upgrade()

  expect(writer.all('SELECT name, parent_id, ags, responsibility_area, transliteration, transliteration_standard, salutation_text FROM contact', []))
    .toEqual([{ name: 'Verein', parent_id: '', ags: '', responsibility_area: '', transliteration: '', transliteration_standard: '', salutation_text: '' }])
  const made = ['contact_agreement', 'contact_encounter', 'contact_purpose']
  expect(writer.all("SELECT name, strict FROM pragma_table_list WHERE name IN ('contact_purpose', 'contact_agreement', 'contact_encounter') ORDER BY name", []))
    .toEqual(made.map((name) => ({ name, strict: 1 })))
  for (const table of made) expect(writer.all(`SELECT * FROM ${table}`, [])).toEqual([])
  writer.all("INSERT INTO contact_purpose (id, contact_id, purpose, legal_basis) VALUES ('p', 'c', 'cooperation', 'public-task')", [])
  expect(() => writer.all("INSERT INTO contact_agreement (id, contact_id, title) VALUES ('a', 'nobody', 'X')", [])).toThrow(/FOREIGN KEY/)
  expect(() => writer.all("INSERT INTO contact_encounter (id, contact_id, held_on, kind, text) VALUES ('e', 'c', '2026-01-01', 'duel', '')", [])).toThrow(/CHECK/)
})
