import type { SaveKind } from '../../../../shared/desktop.ts'
import { desktop, office } from '../../../app/office.ts'
import { showFailure, showNotice } from '../../../ui/notices.tsx'

/**
 * Lets the person choose a place and has a paper written there. File names name the paper, never the people on it.
 * @returns whether it was saved
 */
export async function savePaper(name: string, kind: SaveKind, write: (grant: string) => Promise<{ unprintable?: string[] } | void>): Promise<boolean> {
  try {
    const target = await desktop.chooseSaveTarget({ name, kind })
    if (!target) return false
    const { unprintable = [] } = (await write(target.grant)) ?? {}
    showNotice(`Gespeichert als „${target.name}“. Außerhalb des Tresors ist die Datei nicht verschlüsselt.`)
    if (unprintable.length > 0) showNotice(`Für ${unprintable.length === 1 ? 'diesen Namen' : 'diese Namen'} fehlen dem PDF Buchstaben: ${unprintable.slice(0, 5).map((each) => `„${each}“`).join(', ')}. Als Word-Datei erscheinen sie richtig.`)
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}

/** What the sheets of needs are called. */
export const needsSheetName = { caterer: 'Verpflegung', all: 'Bedarf' } as const

/** The counts of needs for the kitchen, or all of them. */
export function saveNeedsSheet(eventId: string, what: 'caterer' | 'all', format: 'pdf' | 'xlsx'): Promise<boolean> {
  return savePaper(`${needsSheetName[what]}.${format}`, format, (grant) => office.events.participants.output.needs({ eventId, grant, what, format }))
}

/** The proof of who agreed to photos. */
export function saveConsentSheet(eventId: string): Promise<boolean> {
  return savePaper('Einwilligungen in Fotos.pdf', 'pdf', (grant) => office.events.participants.output.consents({ eventId, grant }))
}
