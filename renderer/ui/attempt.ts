import { showFailure, showUndoNotice } from './notices.tsx'

/** Does one step and offers to take it back; a failure is told. @returns whether it was done */
export async function attempt(work: () => Promise<{ change: string | null }>, notice: string): Promise<boolean> {
  try {
    const { change } = await work()
    showUndoNotice(notice, 'office', change)
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}
