import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useAutosave, type Autosave } from './useAutosave.ts'

/** The form of one record. */
export interface RecordForm<Fields> {
  fields: Fields
  status: Autosave
  set(patch: Partial<Fields>): void
  /** Stores what is unsaved now; for actions on the whole record, which need the version that follows. */
  flush(): Promise<void>
  version(): number
}

/**
 * Keeps the fields of a record, stores changes by themselves and takes over what changed elsewhere while nothing is unsaved here.
 * @param fieldsOf reads the fields out of the record
 * @param update stores those that changed, or the whole where a record is only stored whole
 */
export function useRecordForm<Stored extends { version: number }, Fields extends object>(
  record: Stored, fieldsOf: (record: Stored) => Fields, update: (version: number, changed: Partial<Fields>, whole: Fields) => Promise<{ version: number }>,
): RecordForm<Fields> {
  const [fields, setFields] = useState<Fields>(() => fieldsOf(record))
  const stored = useRef({ version: record.version, fields })
  const latest = useRef({ fieldsOf, update })
  useLayoutEffect(() => { latest.current = { fieldsOf, update } })
  const save = useCallback(async (value: Fields) => {
    const names = Object.keys(value) as (keyof Fields)[]
    const changed = Object.fromEntries(names.filter((name) => JSON.stringify(value[name]) !== JSON.stringify(stored.current.fields[name])).map((name) => [name, value[name]])) as Partial<Fields>
    if (Object.keys(changed).length === 0) return
    const { version } = await latest.current.update(stored.current.version, changed, value)
    stored.current = { version, fields: value }
  }, [])
  const { status, flush } = useAutosave(fields, save)
  const unsaved = status.state === 'dirty' || status.state === 'saving' || status.state === 'failed'
  useEffect(() => {
    if (record.version <= stored.current.version || unsaved) return
    const next = latest.current.fieldsOf(record)
    stored.current = { version: record.version, fields: next }
    setFields(next)
  }, [record, unsaved])
  return { fields, status, flush, version: () => stored.current.version, set: (patch) => setFields((before) => ({ ...before, ...patch })) }
}
