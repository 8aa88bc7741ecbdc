import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('makes every paper from before one of its own, and knows copies of letters and documents only', async () => {
  const { writer, upgrade } = await databaseBefore(150, 'office', officeMigrations)
  writer.all("INSERT INTO attachment_chunk (attachment_id, position, bytes) VALUES ('d', 0, x'00')")
  writer.all("INSERT INTO document (id, version, created_at, updated_at, owner_type, owner_id, name, kind, size, hash, added_on, added_by_name) VALUES ('d', 1, 't', 't', 'matter', 'm', 'n', 'pdf', 1, 'h', 't', 'P')")
  await upgrade()

  expect(writer.all('SELECT series_id, series_number FROM document')).toEqual([{ series_id: null, series_number: 0 }])
  const copy = (target: string): string => `INSERT INTO edited_copy (id, target_type, target_id, series_id, kind, hash, opened_at, opened_by) VALUES ('${target}', '${target}', 'x', 'x', 'docx', 'h', 't', 'P')`
  writer.all(copy('letter'))
  expect(() => writer.all(copy('case'))).toThrow(/CHECK/)
})
