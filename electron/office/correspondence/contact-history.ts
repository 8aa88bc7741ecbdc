import type { HistorySource } from '../contact-history-source.ts'
import { lettersTo } from './repository.ts'

/** The letters to a contact, drafts too: who looks for the last word needs to know that another is being written. */
export const letterHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const letters = await lettersTo(desk.database.read, contactIds, limit)
    return letters.map(({ recipientId, ...letter }) => ({
      key: `letter:${letter.id}`,
      day: letter.date,
      kind: 'letter',
      title: letter.subject || `Schreiben ${letter.number}`,
      text: letter.status === 'draft' ? `${letter.number} · Entwurf` : letter.number,
      authorName: letter.authorName,
      contactId: recipientId,
      record: { type: 'letter', id: letter.id },
    }))
  },
}
