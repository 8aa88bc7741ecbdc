import { bodyText } from '../../../../shared/correspondence/body.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { seenWithCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { readClientLetter } from './repository.ts'

/** Letters about clients are found by number, the number of their case, recipient and every word of their text; states from Word by their own. */
export const clientLetterRecordType: RecordType<CounsellingSchema> = {
  type: 'client-letter',
  label: 'Schreiben der Beratung',
  root: 'client_letter',
  parts: { client_letter_version: 'letter_id' },
  seenBy: seenWithCase('client_letter'),
  async trashedAlong(database, id) {
    const rows = await database
      .selectFrom('attachment')
      .innerJoin('client_letter', (join) => join.onRef('client_letter.id', '=', 'attachment.letter_id').onRef('client_letter.deleted_at', '=', 'attachment.deleted_at'))
      .select('attachment.id').where('client_letter.id', '=', id).execute()
    return rows.map((row) => ({ type: 'attachment', id: row.id }))
  },
  async document(database, id) {
    const found = await readClientLetter(database, id)
    if (!found) return null
    const { letter, row } = found
    const number = (await readCase(database, row.case_id))?.number ?? ''
    return {
      title: letter.subject || `Schreiben ${letter.number}`, subtitle: [letter.number, number].filter(Boolean).join(' · '), line: germanDay(letter.date),
      words: [
        number, letter.recipientName, letter.ourReference, letter.yourReference, ...letter.addressLines, ...letter.enclosures, ...letter.copies, row.purpose, row.release_reason,
        bodyText(letter.body),
      ],
    }
  },
}
