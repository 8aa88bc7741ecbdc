import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('keeps contacts, labels and roles of an office from before and gives them what is not known yet', async () => {
  const { writer, upgrade } = await databaseBefore(50, 'office', officeMigrations)
  writer.all(`INSERT INTO contact VALUES ('c', 1, 't', 't', NULL, NULL, 'person', '', '', '', NULL, 'Adam', 'Bea', 'given-first', '', 'ms', '',
    'Adam, Bea', '', 'adam bea', '', '', 'k')`, [])
  writer.all("INSERT INTO contact_label VALUES ('c:tag:Presse', 'c', 'tag', 'Presse')", [])
  writer.all("INSERT INTO contact_role VALUES ('r', 'c', 'o', 'Leitung', NULL, NULL)", [])
  await upgrade()

  expect(writer.all('SELECT family_name, affiliation, publication, former_names, original_name, checked_on FROM contact', [])).toEqual([
    { family_name: 'Adam', affiliation: 'unknown', publication: 'unknown', former_names: '', original_name: '', checked_on: '' },
  ])
  expect(writer.all('SELECT kind, label FROM contact_label', [])).toEqual([{ kind: 'tag', label: 'Presse' }])
  expect(writer.all('SELECT title, engagement FROM contact_role', [])).toEqual([{ title: 'Leitung', engagement: 'unknown' }])
  writer.all("INSERT INTO contact_label VALUES ('c:language:uk', 'c', 'language', 'uk')", [])
  expect(() => writer.all("INSERT INTO contact_label VALUES ('x', 'c', 'colour', 'red')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO contact_label VALUES ('y', 'nobody', 'tag', 'red')", [])).toThrow(/FOREIGN KEY/)
  expect(() => writer.all("UPDATE contact SET publication = 'perhaps'", [])).toThrow(/CHECK/)
  expect(() => writer.all("UPDATE contact_role SET engagement = 'now and then'", [])).toThrow(/CHECK/)
  expect(writer.all("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'contact_label' AND sql IS NOT NULL ORDER BY name", []))
    .toEqual([{ name: 'contact_label_by_contact' }, { name: 'contact_label_by_label' }])
})
