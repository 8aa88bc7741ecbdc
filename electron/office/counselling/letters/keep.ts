import { uuidv7 } from 'uuidv7'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { nextVersion } from '../../correspondence/versions/service.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'

/** Keeps what a letter says as its next version, unless the newest says and means the same. */
export async function keepClientVersion(
  transaction: WriteTransaction<CounsellingSchema>, desk: CounsellingDesk, letter: Letter, { kind, note }: { kind: 'kept' | 'final'; note: string },
): Promise<void> {
  const last = await transaction.database.selectFrom('client_letter_version').select(['number', 'hash', 'kind']).where('letter_id', '=', letter.id).orderBy('number', 'desc').executeTakeFirst()
  const next = nextVersion(letter, last, kind)
  if (next === null) return
  await transaction.insert('client_letter_version', { id: uuidv7(), letter_id: letter.id, ...next, kind, note, made_at: transaction.now, made_by: desk.person.name })
}
