import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('adds dictionary and glossary to a vault from before, and takes neither an empty word nor a term without explanation', async () => {
  const { writer, upgrade } = await databaseBefore(210, 'office', officeMigrations)
  await upgrade()
  const common = "'x', 1, 't', 't', NULL, NULL"
  expect(() => writer.all(`INSERT INTO dictionary_word VALUES (${common}, '', '')`)).toThrow(/CHECK/)
  expect(() => writer.all(`INSERT INTO glossary_term VALUES (${common}, 'Bescheid', 'bescheid', '', '')`)).toThrow(/CHECK/)
  writer.all(`INSERT INTO dictionary_word VALUES (${common}, 'Kiezlotsin', 'kiezlotsin')`)
  expect(writer.all('SELECT word FROM dictionary_word')).toEqual([{ word: 'Kiezlotsin' }])
})
