import type { SaveKind } from '../../shared/desktop.ts'
import { desktop } from '../app/office.ts'
import { showFailure, showNotice } from '../ui/notices.tsx'

/** Stores what is unsaved, lets the person choose a file and has the plan written there. */
export async function savePlan(form: { flush(): Promise<void> }, name: string, kind: SaveKind, write: (grant: string) => Promise<unknown>): Promise<void> {
  try {
    await form.flush()
    const target = await desktop.chooseSaveTarget({ name, kind })
    if (!target) return
    await write(target.grant)
    showNotice(`Gespeichert als „${target.name}“. Außerhalb des Tresors ist die Datei nicht verschlüsselt.`)
  } catch (error) {
    showFailure(error)
  }
}
