import { isoDay } from '../../shared/dates.ts'
import { office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'

/** Notes for contacts that they were checked today, and says so with "Rückgängig". */
export async function checkWithNotice(ids: readonly string[]): Promise<void> {
  try {
    const { change, checked } = await office.directory.markChecked({ ids: [...ids], day: isoDay(new Date()) })
    showUndoNotice(checked === 1 ? 'Als heute geprüft eingetragen' : `${checked} Kontakte als heute geprüft eingetragen`, 'office', change)
  } catch (error) {
    showFailure(error)
  }
}
