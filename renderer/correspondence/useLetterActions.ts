import { useState } from 'react'
import { letterFileName } from '../../shared/correspondence/letter-number.ts'
import type { Letter, LetterStatus } from '../../shared/correspondence/letter.ts'
import { desktop } from '../app/office.ts'
import { showFailure, showNotice, showUndoNotice } from '../ui/notices.tsx'
import { useDesk } from './useDesk.ts'
import type { LetterForm } from './useLetterForm.ts'

/** What can be done with a whole letter. Each action first stores what is unsaved, and says what it did. */
export function useLetterActions(letter: Letter, form: LetterForm, onClose: () => void) {
  const { office, side } = useDesk()
  const [busy, setBusy] = useState(false)

  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      if (await form.flush()) await work()
      else showNotice('Das Schreiben ist noch nicht gespeichert. Der Grund steht über dem Formular.')
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    saveDocx: (copy: string) => act(async () => {
      const target = await desktop.chooseSaveTarget({ name: letterFileName(letter.number), kind: 'docx' })
      if (!target) return
      const { missing } = await office.saveDocx({ id: letter.id, grant: target.grant, copy })
      const gaps = missing.length === 0 ? '' : ` Es fehlt noch: ${missing.join(', ')}.`
      showNotice(`Gespeichert als „${target.name}“. Das Schreiben bleibt im Register.${gaps}`)
    }),
    setStatus: (status: LetterStatus) => act(async () => {
      const receipt = await office.setStatus({ id: letter.id, version: form.version(), status })
      form.accept(receipt.version)
      showUndoNotice(status === 'final' ? 'Das Schreiben ist fertig.' : 'Das Schreiben kann wieder bearbeitet werden.', side, receipt.change)
    }),
    remove: () => act(async () => {
      const receipt = await office.remove({ id: letter.id, version: form.version() })
      showUndoNotice(`Schreiben ${letter.number} liegt im Papierkorb.`, side, receipt.change)
      onClose()
    }),
  }
}
