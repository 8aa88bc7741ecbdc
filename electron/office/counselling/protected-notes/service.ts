import type { ProtectedNote } from '../../../../shared/counselling/protected-notes/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { receipt } from '../service-parts.ts'
import { readProtectedNote } from './repository.ts'

/** The Leitung's note about a contact; an empty one where none was written. @throws OfficeError `forbidden` for every other role */
export async function getProtectedNote(desk: CounsellingDesk, contactId: string): Promise<ProtectedNote> {
  onlyLeitung(desk)
  return (await readProtectedNote(desk.database.read, contactId)) ?? { text: '', version: 0, updatedAt: null }
}

/**
 * Stores the Leitung's note about a contact; quick further changes become one step of history and undo.
 * @param version the one that was read, 0 for a note that isn't there yet
 * @throws OfficeError `forbidden` for every other role, `conflict` with the note as it is now
 */
export async function saveProtectedNote(desk: CounsellingDesk, contactId: string, version: number, text: string): Promise<ChangeReceipt> {
  onlyLeitung(desk)
  const record = { type: 'protected-note', id: contactId }
  const written = await desk.write({ label: 'Geschützte Notiz geändert', record, coalesce: `protected-note:${contactId}` }, async (transaction) => {
    const stored = await readProtectedNote(transaction.database, contactId)
    if ((stored?.version ?? 0) !== version) throw new OfficeError('conflict', { current: stored })
    if (stored) await transaction.update('protected_note', contactId, { text })
    else if (text !== '') await transaction.insert('protected_note', { id: contactId, text, deleted_at: null, deleted_by: null })
  })
  return receipt(written, contactId, version)
}

/**
 * Adds texts to the Leitung's notes about contacts, all of them as one step; a text that stands there already is not
 * added again.
 * @param along the import that brought them: taken back together with these
 * @throws OfficeError `forbidden` for every other role
 */
export async function addToProtectedNotes(desk: CounsellingDesk, notes: readonly { contactId: string, text: string }[], along?: string): Promise<{ change: string | null }> {
  onlyLeitung(desk)
  const { change } = await desk.write({ label: `${notes.length} geschützte Notizen ergänzt`, ...(along && { along }) }, async (transaction) => {
    for (const { contactId, text } of notes) {
      const stored = await readProtectedNote(transaction.database, contactId)
      if (!stored) await transaction.insert('protected_note', { id: contactId, text, deleted_at: null, deleted_by: null })
      else if (!stored.text.includes(text)) await transaction.update('protected_note', contactId, { text: [stored.text, text].filter(Boolean).join('\n') })
    }
  })
  return { change }
}

/** The counselling key opens the file, the role decides about this note: the deputy holds the key too. */
function onlyLeitung(desk: CounsellingDesk): void {
  if (desk.person.role !== 'leitung') throw new OfficeError('forbidden')
}
