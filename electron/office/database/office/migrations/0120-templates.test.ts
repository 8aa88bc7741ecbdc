import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('leaves the letters of before in form B and lets no version of a template be without its file', async () => {
  const { writer, upgrade } = await databaseBefore(120, 'office', officeMigrations)
  writer.all(`INSERT INTO letter (id, version, created_at, updated_at, year, sequence, number, status, recipient_name, recipient_key, subject_key, address_notes,
    address_lines, your_reference, your_message_of, our_reference, contact_person, letter_date, subject, salutation, body, closing, signature_authority,
    signature_addition, signature_name, enclosures, copies, author_id, author_name)
    VALUES ('l', 1, 't', 't', 2026, 1, '2026/0001', 'final', '', '', '', '', '', '', '', '', '', '2026-01-01', '', '', '{}', '', '', '', '', '', '', 'p', 'P')`)
  await upgrade()

  expect(writer.all('SELECT template, particulars FROM letter')).toEqual([{ template: 'builtin:brief-b', particulars: '{}' }])
  writer.all("INSERT INTO document_template (id, version, created_at, updated_at, name, name_key, kind, current_version) VALUES ('t', 1, 't', 't', 'Brief', 'brief', 'brief', 'v')")
  const version = "INSERT INTO document_template_version (id, template_id, number, file_name, size, hash, decisions, open, added_at, added_by_name) VALUES ('v', 't', 1, 'a.docx', 1, 'h', '{}', 0, 't', 'P')"
  expect(() => writer.all(version)).toThrow(/without its file/)
  writer.all("INSERT INTO document_template_file (version_id, bytes) VALUES ('v', x'00')")
  writer.all(version)
  expect(() => writer.all(version.replace("('v',", "('w',"))).toThrow()
})
