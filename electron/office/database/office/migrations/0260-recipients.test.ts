import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('leaves a letter from before as it was: by post to one recipient, signed by nobody in particular; knows three roles', async () => {
  const { writer, upgrade } = await databaseBefore(260, 'office', officeMigrations)
  const columns = writer.all("SELECT name, type, dflt_value FROM pragma_table_info('letter') WHERE \"notnull\" = 1 AND dflt_value IS NULL AND name <> 'id'")
  const names = ['id', ...columns.map(({ name }) => name)]
  const values = ["'l'", ...columns.map(({ name, type }) => (name === 'status' ? "'draft'" : name === 'body' ? "'{}'" : type === 'INTEGER' ? '1' : "'x'"))]
  writer.all(`INSERT INTO letter (${names.join(', ')}) VALUES (${values.join(', ')})`)
  await upgrade()

  expect(writer.all('SELECT way, distribution, enclosed_papers, signer_id, editor_id, orders FROM letter')).toEqual([
    { way: 'post', distribution: 'copies', enclosed_papers: '{}', signer_id: null, editor_id: null, orders: '' },
  ])
  expect(writer.all('SELECT signer_id FROM letterhead')).toEqual([{ signer_id: '' }])
  const row = (role: string): string =>
    `INSERT INTO letter_recipient (id, letter_id, position, role, name, address_notes, address_lines, salutation, way, note, withhold) VALUES ('${role}', 'l', 0, '${role}', 'n', '', '', '', 'post', '', 0)`
  for (const role of ['original', 'copy', 'notice']) writer.all(row(role))
  expect(() => writer.all(row('draft'))).toThrow(/CHECK/)
  expect(writer.all("EXPLAIN QUERY PLAN SELECT letter_id FROM letter_recipient WHERE contact_id = 'c'").map(({ detail }) => detail).join()).toContain('letter_recipient_by_contact')
})
