import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { counsellingMigrations } from './index.ts'

it('begins an empty log with a key of its own, whose entries nobody changes or takes out', async () => {
  const { writer, upgrade } = await databaseBefore(130, 'counselling', counsellingMigrations)
  await upgrade()
  expect(writer.all('SELECT id, length(key) AS bytes, head_seq, head_mac, through, months FROM audit_chain')).toEqual([{ id: 1, bytes: 32, head_seq: 0, head_mac: '', through: 0, months: null }])
  writer.all("INSERT INTO audit_entry (seq, at, person_id, person_name, kind, what, subject, detail, previous, mac) VALUES (1, 't', 'p', 'P', 'log', 'begun', '', '', '', 'm')")
  expect(() => writer.all("UPDATE audit_entry SET at = 'x'")).toThrow(/not changed/)
  expect(() => writer.all('DELETE FROM audit_entry')).toThrow(/not removed/)
})
