import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('keeps a contact once in a list, in known ways only, and refuses members of no list', async () => {
  const { writer, upgrade } = await databaseBefore(90, 'office', officeMigrations)
  await upgrade()
  writer.all("INSERT INTO distribution_list VALUES ('l', 1, 't', 't', NULL, NULL, 'Presse', 'presse', '', '', 'email', '')", [])
  writer.all("INSERT INTO distribution_member VALUES ('m', 'l', 'c', 'included', 'auto', '', '')", [])
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'l', 'c', 'excluded', 'auto', '', '')", [])).toThrow(/UNIQUE/)
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'l', 'd', 'perhaps', 'auto', '', '')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'l', 'd', 'included', 'pigeon', '', '')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'x', 'd', 'included', 'auto', '', '')", [])).toThrow(/FOREIGN KEY/)
  expect(() => writer.all("UPDATE distribution_list SET preferred_channel = 'fax'", [])).toThrow(/CHECK/)
})
