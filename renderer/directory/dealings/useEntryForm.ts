import { useState } from 'react'
import { failureOf } from '../../app/failure.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

interface EntryFormOptions<Entry> {
  initial: Entry
  /** The name under which the procedure takes the entry; its errors come back under it. */
  input: string
  save: (entry: Entry) => Promise<{ change: string | null }>
  /** What the notice says once it is stored. */
  saved: string
  onClose: () => void
}

/** A form over one entry of a record. It is stored as a whole; what the office process refuses stands at its field, and nothing typed is lost. */
export function useEntryForm<Entry extends object>({ initial, input, save, saved, onClose }: EntryFormOptions<Entry>) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({})
  const set = (patch: Partial<Entry>): void => {
    setValues((before) => ({ ...before, ...patch }))
    setErrors({})
  }
  const submit = async (): Promise<void> => {
    try {
      const { change } = await save(values)
      showUndoNotice(saved, 'office', change)
      onClose()
    } catch (error) {
      const { code, data } = failureOf(error)
      const fields = Object.entries(data.fields ?? {}).map(([path, message]) => [path.replace(`${input}.`, ''), message])
      if (code === 'invalid' && fields.length > 0) setErrors(Object.fromEntries(fields))
      else showFailure(error)
    }
  }
  return { values, errors, set, submit }
}
