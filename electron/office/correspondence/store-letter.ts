import { uuidv7 } from 'uuidv7'
import type { LetterFields, LetterStatus } from '../../../shared/correspondence/letter.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import type { OfficeDesk } from '../session.ts'
import { recipientRows } from './copies/repository.ts'
import { nextSequence } from './numbering.ts'
import { formatted } from './register/numbers.ts'
import { letterColumns } from './repository.ts'

/** Stores a new letter with the next number of its year, within a transaction. */
export async function storeLetter(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, fields: LetterFields, { id = uuidv7(), status }: { id?: string; status: LetterStatus },
): Promise<{ id: string; number: string }> {
  const year = Number(fields.date.slice(0, 4))
  const sequence = await nextSequence(transaction, year)
  const number = await formatted(transaction, desk, 'letterPattern', { year, sequence })
  await transaction.insert('letter', {
    id, year, sequence, number, status, author_id: desk.person.id, author_name: desk.person.name, deleted_at: null, deleted_by: null, ...letterColumns(fields),
  })
  await transaction.replaceRows('letter_recipient', 'letter_id', id, recipientRows(id, fields.recipients))
  return { id, number }
}
