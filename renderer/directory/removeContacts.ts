import { office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'

/** Moves contacts to the trash and offers to take it back. Gives false when nothing was moved. */
export async function removeWithNotice(ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false
  try {
    const { change, removed } = await office.directory.remove({ ids: [...ids] })
    showUndoNotice(removed === 1 ? 'Kontakt in den Papierkorb verschoben' : `${removed.toLocaleString('de-DE')} Kontakte in den Papierkorb verschoben`, 'office', change)
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}
