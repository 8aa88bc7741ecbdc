import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { letterFieldsSchema, type Letter } from '../../../../shared/correspondence/letter.ts'
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

type Kind = 'kept' | 'submitted' | 'final'

/** The next version of what a letter says; null where the newest says the same and means the same. */
export function nextVersion(letter: Letter, last: { number: number; hash: string; kind: string } | undefined, kind: Kind): { number: number; content: string; hash: string } | null {
  const content = contentOf(letter)
  const hash = hashOf(content)
  if (last?.hash === hash && (kind === 'kept' || last.kind === kind)) return null
  return { number: (last?.number ?? 0) + 1, content, hash }
}

/**
 * Keeps what a letter says as its next version. A text that the newest version already says isn't kept twice, unless its meaning is
 * another (`submitted`, `final`).
 * @returns the number of the version
 * @throws OfficeError `not-found`
 */
export async function keepVersion(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, letterId: string, { kind, note }: { kind: Kind; note: string },
): Promise<number> {
  const letter = await readLetter(transaction.database, letterId)
  if (!letter) throw new OfficeError('not-found')
  const last = await transaction.database.selectFrom('letter_version').select(['number', 'hash', 'kind', 'made_by_id']).where('letter_id', '=', letterId).orderBy('number', 'desc').executeTakeFirst()
  // A text that somebody else finishes again is finished by them, too: that is what a signature is.
  const again = kind === 'final' && last?.kind === 'final' && last.made_by_id !== desk.person.id
  const next = nextVersion(letter, again ? { ...last, kind: 'kept' } : last, kind)
  if (next === null) return last?.number ?? 0
  await transaction.insert('letter_version', {
    id: uuidv7(), letter_id: letterId, ...next, kind, note, made_at: transaction.now, made_by_id: desk.person.id, made_by: desk.person.name,
  })
  return next.number
}
