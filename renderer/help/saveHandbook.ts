import { showFailure } from '../ui/notices.tsx'
import { tellSaved } from '../ui/tellSaved.ts'
import { desktop } from '../app/office.ts'

/** Saves the whole handbook as PDF where the person says. */
export async function saveHandbook(): Promise<void> {
  try {
    tellSaved(await desktop.saveHandbook())
  } catch (error) {
    showFailure(error)
  }
}
