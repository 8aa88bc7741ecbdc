import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('leaves the letters of before without text blocks, and takes no text without its block', async () => {
  const { writer, upgrade } = await databaseBefore(270, 'office', officeMigrations)
  writer.all(`INSERT INTO letter (id, version, created_at, updated_at, year, sequence, number, status, recipient_name, recipient_key, subject_key, address_notes,
    address_lines, your_reference, your_message_of, our_reference, contact_person, letter_date, subject, salutation, body, closing, signature_authority,
    signature_addition, signature_name, enclosures, copies, author_id, author_name)
    VALUES ('l', 1, 't', 't', 2026, 1, '2026/0001', 'final', '', '', '', '', '', '', '', '', '', '2026-01-01', '', '', '{}', '', '', '', '', '', '', 'p', 'P')`)
  await upgrade()

  expect(writer.all('SELECT block_uses FROM letter')).toEqual([{ block_uses: '[]' }])
  expect(() => writer.all("UPDATE letter SET block_uses = 'x'")).toThrow(/CHECK/)
  const text = "INSERT INTO text_block_version (id, block_id, number, parts, changed_at, changed_by) VALUES ('v', 'b', 1, '[]', 't', 'P')"
  expect(() => writer.all(text)).toThrow(/FOREIGN KEY/)
  writer.all("INSERT INTO text_block (id, version, created_at, updated_at, title, title_key, number) VALUES ('b', 1, 't', 't', 'Eingang', 'eingang', 1)")
  writer.all(text)
  expect(() => writer.all(text.replace("('v'", "('w'"))).toThrow(/UNIQUE/)
})
