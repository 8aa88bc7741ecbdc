import { bodyText } from '../../../shared/correspondence/body.ts'
import { letterDate } from '../../../shared/correspondence/letter-date.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordType } from '../database/record-type.ts'
import { readLetter } from './repository.ts'

/** Letters are found by number, subject, recipient and every word of their text. */
export const letterRecordType: RecordType<OfficeSchema> = {
  type: 'letter',
  label: 'Schreiben',
  root: 'letter',
  parts: { letter_version: 'letter_id', directive_item: 'letter_id' },
  mentionedIn: { press_release: 'letter_id' },
  async document(database, id) {
    const letter = await readLetter(database, id)
    return letter && {
      title: letter.subject || `Schreiben ${letter.number}`,
      subtitle: [letter.number, letter.recipientName].filter(Boolean).join(' · '),
      line: letterDate(letter.date, 'short'),
      words: [
        letter.ourReference, letter.yourReference, letter.contactPerson, ...letter.addressLines, ...letter.enclosures, ...letter.copies,
        bodyText(letter.body),
      ],
    }
  },
}
