import { bodyText } from '../../../shared/correspondence/body.ts'
import { letterDate } from '../../../shared/correspondence/letter-date.ts'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordType } from '../database/record-type.ts'
import { readLetter } from './repository.ts'

/** The first recipient, and how many more there are. */
function recipientLine({ recipientName, recipients }: Letter): string {
  return recipients.length === 0 ? recipientName : `${recipientName} und ${recipients.length} weitere`
}

/** Letters are found by number, subject, recipient and every word of their text. */
export const letterRecordType: RecordType<OfficeSchema> = {
  type: 'letter',
  label: 'Schreiben',
  root: 'letter',
  parts: { letter_version: 'letter_id', directive_item: 'letter_id', letter_recipient: 'letter_id' },
  mentionedIn: { press_release: 'letter_id' },
  async document(database, id) {
    const letter = await readLetter(database, id)
    return letter && {
      title: letter.subject || `Schreiben ${letter.number}`,
      subtitle: [letter.number, recipientLine(letter)].filter(Boolean).join(' · '),
      line: letterDate(letter.date, 'short'),
      words: [
        letter.ourReference, letter.yourReference, letter.contactPerson, ...letter.addressLines, ...letter.enclosures, ...letter.copies,
        ...letter.recipients.flatMap(({ name, addressLines, note }) => [name, ...addressLines, note]), ...letter.orders, letter.draftNote, letter.signatureName, letter.editorName,
        bodyText(letter.body),
      ],
    }
  },
}
