import type { PaperKind } from '../../../shared/attachments/kinds.ts'
import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'

/** Shows a paper by the system's own program for it, from a place that is wiped when the office is locked or ended. */
export async function openPaper(id: string, kind: PaperKind): Promise<void> {
  try {
    const { grant } = await desktop.prepareViewing(kind)
    await office.counselling.attachments.write({ id, grant, viewing: true })
    const { shown } = await desktop.showViewing(grant)
    if (!shown) showNotice('Auf diesem Rechner ist kein Programm für diese Art von Datei eingerichtet. „Sichern unter …“ legt sie an einem Ort Ihrer Wahl ab.')
  } catch (error) {
    showFailure(error)
  }
}
