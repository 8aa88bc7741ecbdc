import { bodyFieldValues, withFixedFields, withOpenFields } from '../../../shared/correspondence/body-fields.ts'
import type { LetterBody } from '../../../shared/correspondence/body.ts'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import type { OfficeDesk } from '../session.ts'
import { getLetterhead } from '../settings/service.ts'
import { letterColumns, readLetter } from './repository.ts'

/** A finished letter keeps saying what its fields say now, whatever becomes of deadline, matter and letterhead. */
export async function fixFields(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, letterId: string): Promise<void> {
  await change(transaction, letterId, async (letter) => withFixedFields(letter.body, bodyFieldValues(letter, (await getLetterhead(desk)).letterhead)))
}

/** The fields of a letter that is taken up again are looked up anew. */
export async function openFields(transaction: WriteTransaction<OfficeSchema>, letterId: string): Promise<void> {
  await change(transaction, letterId, async (letter) => withOpenFields(letter.body))
}

async function change(transaction: WriteTransaction<OfficeSchema>, letterId: string, of: (letter: Letter) => Promise<LetterBody>): Promise<void> {
  const letter = await readLetter(transaction.database, letterId)
  if (!letter || !JSON.stringify(letter.body).includes('"type":"field"')) return
  await transaction.update('letter', letterId, letterColumns({ body: await of(letter) }))
}
