import { showFailure, showNotice } from '../ui/notices.tsx'
import { desktop } from '../app/office.ts'

/** Saves the whole handbook as PDF where the person says. */
export async function saveHandbook(): Promise<void> {
  try {
    const { saved } = await desktop.saveHandbook()
    if (saved) showNotice('Das Handbuch wurde als PDF gespeichert.')
  } catch (error) {
    showFailure(error)
  }
}
