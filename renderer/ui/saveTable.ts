import type { SaveKind } from '../../shared/desktop.ts'
import { desktop } from '../app/office.ts'
import { showFailure, showNotice } from './notices.tsx'

/** Lets the person choose a file and has a list or table written there. */
export async function saveTable(name: string, format: SaveKind, write: (grant: string) => Promise<unknown>): Promise<void> {
  try {
    const target = await desktop.chooseSaveTarget({ name, kind: format })
    if (!target) return
    await write(target.grant)
    showNotice(`Gespeichert als „${target.name}“. Außerhalb des Tresors ist die Datei nicht verschlüsselt.`)
  } catch (error) {
    showFailure(error)
  }
}
