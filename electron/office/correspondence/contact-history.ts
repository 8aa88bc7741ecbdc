import { recipientRoleLabels } from '../../../shared/correspondence/copies/model.ts'
import type { HistorySource } from '../contact-history-source.ts'
import { lettersTo } from './repository.ts'

/** The letters to a contact, drafts too: who looks for the last word needs to know that another is being written. */
export const letterHistory: HistorySource = {
  async read(desk, contactIds, limit) {
    const letters = await lettersTo(desk.database.read, contactIds, limit)
    return letters.map(({ contactId, role, ...letter }) => ({
      key: role === 'original' ? `letter:${letter.id}` : `letter:${letter.id}:${role}`,
      day: letter.date,
      kind: 'letter',
      title: letter.subject || `Schreiben ${letter.number}`,
      text: [letter.number, role === 'original' ? '' : recipientRoleLabels[role], letter.status === 'draft' ? 'Entwurf' : ''].filter(Boolean).join(' · '),
      authorName: letter.authorName,
      contactId,
      record: { type: 'letter', id: letter.id },
    }))
  },
}
