import { useState } from 'react'
import type { DispatchForm, PdfEngine } from '../../../shared/correspondence/dispatch/contract.ts'
import { letterFileName } from '../../../shared/correspondence/letter-number.ts'
import type { MailWay } from '../../../shared/correspondence/statements/workflow.ts'
import { desktop } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'
import { useDesk } from '../useDesk.ts'

/** What came of a dispatch. */
export interface Dispatched {
  name: string
  engine: PdfEngine | null
  report: string[]
  entry: string | null
}

/** Asks where to save the file that leaves the office, and has it made and entered. */
export function useDispatch(letter: { id: string; number: string }) {
  const { office } = useDesk()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Dispatched | null>(null)

  const send = async (choice: { form: DispatchForm; versionId: string | null; to: string; way: MailWay; enter: boolean; followUpOn: string | null }): Promise<void> => {
    setBusy(true)
    try {
      const name = letterFileName(letter.number).replace(/\.docx$/u, `.${choice.form}`)
      const target = await desktop.chooseSaveTarget({ name, kind: choice.form })
      if (target) setDone({ name: target.name, ...(await office.dispatch.send({ id: letter.id, grant: target.grant, ...choice })) })
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, done, send }
}
