import { editedKinds } from '../../../../shared/correspondence/round-trip/kinds.ts'
import { forgottenBefore, wordsOfState, type CopyShelf, type CopySource } from '../../correspondence/round-trip/service.ts'
import { sha256 } from '../../edited-file.ts'
import type { CounsellingDesk } from '../../session.ts'
import { readClientLetter } from './repository.ts'
import { storeLetterPaper } from './papers.ts'

/** Copies of letters about clients: remembered here, so that office.db doesn't even know that one was open. */
export function clientCopies(desk: CounsellingDesk): CopyShelf {
  const { read } = desk.database
  return {
    async remember({ token, target, kind, hash }) {
      await desk.database.writeUnlogged((database) => database.insertInto('client_letter_copy').values({ id: token, letter_id: target.id, kind, hash, opened_at: new Date().toISOString(), opened_by: desk.person.name }).execute())
    },
    async read(token) {
      const row = await read.selectFrom('client_letter_copy').selectAll().where('id', '=', token).executeTakeFirst()
      return row ? { token, target: { type: 'letter', id: row.letter_id }, seriesId: row.letter_id, hash: row.hash, kind: editedKinds.find((each) => each === row.kind) ?? 'docx' } : null
    },
    take: (copy, bytes, trouble) => takeState(desk, copy, bytes, trouble),
    async forget(waiting) {
      await desk.database.writeUnlogged((database) => database.deleteFrom('client_letter_copy').where('opened_at', '<', forgottenBefore()).where('id', 'not in', [...waiting]).execute())
    },
  }
}

async function takeState(desk: CounsellingDesk, { token, target, kind }: CopySource, bytes: Uint8Array, trouble: string): Promise<void> {
  const found = await readClientLetter(desk.database.read, target.id)
  // The letter was destroyed meanwhile: then nothing of it may come back.
  if (!found) return
  const words = trouble === '' ? await wordsOfState(bytes, kind) : ''
  await desk.write({ label: 'Fassung aus Word übernommen', record: { type: 'client-letter', id: target.id } }, async (transaction) => {
    const last = await transaction.database.selectFrom('attachment').select((eb) => eb.fn.max('series_number').as('number')).where('letter_id', '=', target.id).executeTakeFirst()
    await storeLetterPaper(transaction, desk, found, { name: `Schreiben ${found.letter.number}`, kind, bytes, note: trouble, number: (last?.number ?? 0) + 1, words })
    await transaction.database.updateTable('client_letter_copy').set({ hash: sha256(bytes) }).where('id', '=', token).execute()
  })
}
