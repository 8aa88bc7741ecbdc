import { uuidv7 } from 'uuidv7'
import type { PaperKind } from '../../../../shared/attachments/kinds.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { storeContent } from '../../database/content-pieces.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { sha256 } from '../../edited-file.ts'
import type { CounsellingDesk } from '../../session.ts'
import type { ClientLetter } from './repository.ts'

/** A file that belongs to a letter. */
interface LetterPaper {
  name: string
  kind: PaperKind
  bytes: Uint8Array
  note: string
  /** Which state from Word it is; 0 for the proof of a dispatch. */
  number: number
  /** Its words, for the full text. */
  words: string
}

/** Stores a file of a letter as a paper of its case. */
export async function storeLetterPaper(transaction: WriteTransaction<CounsellingSchema>, desk: CounsellingDesk, { letter, row }: ClientLetter, { name, kind, bytes, note, number, words }: LetterPaper): Promise<void> {
  const id = uuidv7()
  await storeContent(transaction, id, bytes)
  await transaction.insert('attachment', {
    id, case_id: row.case_id, name, kind, size: bytes.length, note, added_on: isoDay(new Date()), added_by_name: desk.person.name, letter_id: letter.id, series_number: number,
    hash: sha256(bytes), deleted_at: null, deleted_by: null,
  })
  if (words !== '') await transaction.database.insertInto('client_letter_text').values({ attachment_id: id, letter_id: letter.id, text: words }).execute()
}
