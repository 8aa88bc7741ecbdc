import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

/** Does something that can be taken back, and says so; whether it went well. */
export async function actOn(work: () => Promise<{ change: string | null }>, text: string): Promise<boolean> {
  try {
    const { change } = await work()
    showUndoNotice(text, 'office', change)
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}
