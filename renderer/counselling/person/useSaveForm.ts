import { useState } from 'react'
import { failureOf } from '../../app/failure.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

/**
 * Saves a small form by a button: errors of fields stand at the fields, everything else in a notice.
 * @param part name of the input that holds the fields, which the contract puts before their names
 */
export function useSaveForm(part: string, onDone: () => void) {
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const save = async (work: () => Promise<{ change: string | null }>, said: string): Promise<void> => {
    setBusy(true)
    setErrors({})
    try {
      const { change } = await work()
      showUndoNotice(said, 'counselling', change)
      onDone()
    } catch (error) {
      const { code, data } = failureOf(error)
      if (code === 'invalid' && data.fields) setErrors(Object.fromEntries(Object.entries(data.fields).map(([path, text]) => [path.replace(`${part}.`, ''), text])))
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { errors, busy, save }
}
