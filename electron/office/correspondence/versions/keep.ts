import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { letterFieldsSchema } from '../../../../shared/correspondence/letter.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { readLetter } from '../repository.ts'

/** What a version says: the letter's fields with its number, always in the order of the schema, so that equal texts have equal hashes. */
export function contentOf(letter: { number: string }): string {
  return JSON.stringify({ letterNumber: letter.number, ...letterFieldsSchema.parse(letter) })
}

/** SHA-256 of a content, in hexadecimal digits. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex')
}

/**
 * Keeps what a letter says as its next version. A text that the newest version already says isn't kept twice, unless its meaning is
 * another (`submitted`, `final`).
 * @returns the number of the version
 * @throws OfficeError `not-found`
 */
export async function keepVersion(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, letterId: string, { kind, note }: { kind: 'kept' | 'submitted' | 'final'; note: string },
): Promise<number> {
  const letter = await readLetter(transaction.database, letterId)
  if (!letter) throw new OfficeError('not-found')
  const content = contentOf(letter)
  const hash = hashOf(content)
  const last = await transaction.database.selectFrom('letter_version').select(['number', 'hash', 'kind']).where('letter_id', '=', letterId).orderBy('number', 'desc').executeTakeFirst()
  if (last?.hash === hash && (kind === 'kept' || last.kind === kind)) return last.number
  const number = (last?.number ?? 0) + 1
  await transaction.insert('letter_version', {
    id: uuidv7(), letter_id: letterId, number, kind, note, content, hash, made_at: transaction.now, made_by_id: desk.person.id, made_by: desk.person.name,
  })
  return number
}
