import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('adds press and material to an office with contacts: one set of media details each, no journal without an edition, no free embargo', async () => {
  const { writer, upgrade } = await databaseBefore(190, 'office', officeMigrations)
  writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names, name_order,
    title, salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('c', 1, 't', 't', 'organisation', 'Anzeiger', '', '', '', '', 'given-first', '', 'none', '', 'Anzeiger', '', 'anzeiger', '', '', 'k')`)
  await upgrade()

  expect(writer.all('SELECT boilerplate, office_id FROM press_settings')).toEqual([{ boilerplate: '', office_id: null }])
  writer.all("INSERT INTO contact_media (id, contact_id, kind) VALUES ('m', 'c', 'daily')")
  expect(() => writer.all("INSERT INTO contact_media (id, contact_id) VALUES ('n', 'c')")).toThrow(/UNIQUE/)
  expect(() => writer.all("INSERT INTO press_release (id, version, created_at, updated_at, letter_id, state, embargo_at) VALUES ('r', 1, 't', 't', 'l', 'draft', 'morgen')")).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO material_movement (id, material_id, edition_id, moved_on, kind, change) VALUES ('x', 'x', 'x', '2026-11-01', 'out', -1)")).toThrow(/FOREIGN KEY/)
})
