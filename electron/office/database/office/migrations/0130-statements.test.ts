import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('adds to an office from before the settings, keeps its letters, and holds versions and papers to their rules', async () => {
  const { writer, upgrade } = await databaseBefore(130, 'office', officeMigrations)
  writer.all(`INSERT INTO letter (id, version, created_at, updated_at, year, sequence, number, status, recipient_name, recipient_key, subject_key, address_notes, address_lines,
    your_reference, your_message_of, our_reference, contact_person, letter_date, subject, salutation, body, closing, signature_authority, signature_addition, signature_name,
    enclosures, copies, author_id, author_name)
    VALUES ('l', 1, 't', 't', 2026, 1, '2026/0001', 'final', '', '', '', '', '', '', '', '', '', '2026-01-01', '', '', '{}', '', '', '', '', '', '', 'p', 'P')`)
  await upgrade()

  expect(writer.all('SELECT letter_pattern, ladder, plan FROM register_settings')).toEqual([{ letter_pattern: '{Jahr}/{lfd}', ladder: '', plan: '' }])
  writer.all("INSERT INTO letter_version (id, letter_id, number, kind, content, hash, made_at, made_by_id, made_by) VALUES ('v', 'l', 1, 'final', '{}', 'h', 't', 'p', 'P')")
  expect(() => writer.all("UPDATE letter_version SET note = 'x'")).toThrow(/not changed/)
  expect(() => writer.all("INSERT INTO letter_version (id, letter_id, number, kind, content, hash, made_at, made_by_id, made_by) VALUES ('w', 'l', 1, 'kept', '{}', 'h', 't', 'p', 'P')")).toThrow(/UNIQUE/)
  const document = "INSERT INTO document (id, version, created_at, updated_at, owner_type, owner_id, name, kind, size, hash, added_on, added_by_name) VALUES ('d', 1, 't', 't', 'matter', 'm', 'n', 'pdf', 1, 'h', 't', 'P')"
  expect(() => writer.all(document)).toThrow(/without content/)
  writer.all("INSERT INTO attachment_chunk (attachment_id, position, bytes) VALUES ('d', 0, x'00')")
  writer.all(document)
})
