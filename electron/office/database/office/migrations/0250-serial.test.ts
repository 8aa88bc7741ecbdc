import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('lets no letter belong to two recipients and no recipient be written to without a letter', async () => {
  const { writer, upgrade } = await databaseBefore(250, 'office', officeMigrations)
  await upgrade()
  writer.all("INSERT INTO serial_run (id, version, created_at, updated_at, title, source_name, source, pattern, settings, choices, author_name) VALUES ('r', 1, 't', 't', 'T', 'L', '{}', '{}', '{}', '{}', 'P')")
  const recipient = (position: number, state: string, letter: string): string =>
    `INSERT INTO serial_recipient (id, run_id, position, contact_id, state, way, letter_id) VALUES ('${position}', 'r', ${position}, 'c${position}', '${state}', 'letter', ${letter})`
  writer.all(recipient(1, 'waiting', 'NULL'))
  writer.all(recipient(2, 'written', "'l'"))
  expect(() => writer.all(recipient(3, 'written', "'l'"))).toThrow(/UNIQUE/)
  expect(() => writer.all(recipient(4, 'issued', 'NULL'))).toThrow(/CHECK/)
  expect(() => writer.all(recipient(2, 'waiting', 'NULL'))).toThrow(/UNIQUE/)
})
