import { useState } from 'react'
import type { Printed } from '../../../shared/correspondence/print/contract.ts'
import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'

/**
 * „Drucken": the system's own program opens the pages in the private folder for viewing, and prints them with everything its dialog
 * offers. `before` stores what is unsaved.
 */
export function usePrint(what: Printed, before?: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const print = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await before?.()
      const { form } = await office.correspondence.print.form(what)
      const { grant } = await desktop.prepareViewing(form)
      await office.correspondence.print.write({ what, grant })
      const { shown } = await desktop.showViewing(grant)
      showNotice(shown
        ? `Zum Drucken geöffnet als ${form === 'pdf' ? 'PDF' : 'Word-Datei'}: dort drucken mit Strg+P. Beim Sperren wird die Datei entfernt.`
        : `Auf diesem Rechner öffnet kein Programm ${form === 'pdf' ? 'PDF' : 'Word-Dateien'}. Bitte richten Sie eines ein, oder speichern Sie die Datei mit „Versenden“.`)
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, print }
}
