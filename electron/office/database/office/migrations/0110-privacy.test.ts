import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('adds to an office from before one line on itself, one a contact at most, and an empty record of destructions', async () => {
  const { writer, upgrade } = await databaseBefore(110, 'office', officeMigrations)
  writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names, name_order, title,
    salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('c', 1, 't', 't', 'person', '', '', '', 'Adam', 'Bea', 'given-first', '', 'ms', '', 'Adam, Bea', '', 'adam bea', '', '', 'k')`)
  await upgrade()

  expect(writer.all('SELECT id, version, officer_name, land FROM privacy_office')).toEqual([{ id: 'privacy-office', version: 1, officer_name: '', land: '' }])
  expect(writer.all('SELECT count(*) AS n FROM destruction')).toEqual([{ n: 0 }])
  writer.all("INSERT INTO contact_privacy (id, contact_id, restricted_on) VALUES ('p', 'c', '2026-01-01')")
  expect(writer.all('SELECT restricted_reason, proposed_on FROM contact_privacy')).toEqual([{ restricted_reason: '', proposed_on: null }])
  expect(() => writer.all("INSERT INTO contact_privacy (id, contact_id) VALUES ('q', 'c')")).toThrow(/UNIQUE/)
  expect(() => writer.all("INSERT INTO contact_privacy (id, contact_id) VALUES ('q', 'nobody')")).toThrow(/FOREIGN KEY/)
})
