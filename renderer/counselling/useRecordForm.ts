import { useCallback, useEffect, useRef, useState } from 'react'
import { useAutosave, type Autosave } from '../app/useAutosave.ts'

/** A record as the form knows it to be stored. */
export interface Stored<Fields> {
  id: string
  version: number
  fields: Fields
}

export interface RecordFormPlan<Fields extends object, Current> {
  /** What the form starts with. */
  initial: Fields
  /** What is stored, as last read; null for a record that isn't there yet. */
  stored: Stored<Fields> | null
  /** Message per field that doesn't fit; fields with one are not sent. */
  errorsOf(fields: Fields): Record<string, string>
  /** Makes the record as soon as nothing is missing. */
  create?(fields: Fields): Promise<{ id: string; version: number }>
  update(id: string, version: number, changed: Partial<Fields>): Promise<{ version: number }>
  /** Keeps the text of a record that isn't there yet. */
  keep?(fields: Fields): void
  /** Reads the record that a conflict brought back. */
  read(current: Current): Stored<Fields>
}

export interface RecordForm<Fields> {
  fields: Fields
  set(patch: Partial<Fields>): void
  errors: Record<string, string>
  status: Autosave
  /** Id of the record, null as long as it isn't made. */
  id: string | null
  /** Stores what is unsaved now; the record's id, or null when something is missing or went wrong. */
  flush(): Promise<string | null>
  /** Version of what is stored, for actions on the whole record. */
  version(): number
  /** Ends the form without saving anything more. */
  abandon(): void
  /** Set when the record was changed elsewhere meanwhile; the caller lets the person choose. */
  conflict: { keepMine(): void; takeTheirs(): void } | null
}

/**
 * Keeps the fields of one record, makes it once nothing is missing, stores changes by themselves, and takes over what changed
 * elsewhere (an undo, another window) as long as nothing is unsaved here.
 */
export function useRecordForm<Fields extends object, Current>(plan: RecordFormPlan<Fields, Current>): RecordForm<Fields> {
  const [fields, setFields] = useState<Fields>(plan.initial)
  const stored = useRef<Stored<Fields> | null>(plan.stored)
  const [id, setId] = useState(plan.stored?.id ?? null)
  const abandoned = useRef(false)
  /** As typed, ahead of the next rendering. */
  const typed = useRef<Fields>(plan.initial)
  const latestPlan = useRef(plan)
  useEffect(() => {
    latestPlan.current = plan
  })

  const save = useCallback(async (value: Fields): Promise<void> => {
    const { errorsOf, create, update } = latestPlan.current
    const errors = errorsOf(value)
    if (abandoned.current) return
    if (stored.current) {
      const changed = withoutKeys(changedFields(stored.current.fields, value), Object.keys(errors))
      if (Object.keys(changed).length === 0) return
      const receipt = await update(stored.current.id, stored.current.version, changed)
      stored.current = { ...stored.current, version: receipt.version, fields: { ...stored.current.fields, ...changed } }
    } else if (create && Object.keys(errors).length === 0) {
      const made = await create(value)
      stored.current = { ...made, fields: value }
      setId(made.id)
    }
  }, [])
  const { status, flush } = useAutosave(fields, save)

  const show = useCallback((current: Stored<Fields>): void => {
    stored.current = current
    typed.current = current.fields
    setFields(current.fields)
  }, [])

  const unsaved = status.state === 'dirty' || status.state === 'saving' || status.state === 'failed'
  const newer = plan.stored
  useEffect(() => {
    if (newer && newer.id === stored.current?.id && newer.version > stored.current.version && !unsaved) show(newer)
  }, [newer, unsaved, show])

  const failure = status.state === 'failed' ? status.failure : null
  const theirs = failure?.code === 'conflict' && failure.data.current ? plan.read(failure.data.current as Current) : null
  return {
    fields,
    set: (patch) => {
      typed.current = { ...typed.current, ...patch }
      setFields(typed.current)
      if (!stored.current) plan.keep?.(typed.current)
    },
    errors: { ...plan.errorsOf(fields), ...serverErrors(failure?.data.fields) },
    status,
    id,
    flush: async () => {
      await flush()
      const complete = stored.current !== null && Object.keys(changedFields(stored.current.fields, typed.current)).length === 0
      return complete ? (stored.current?.id ?? null) : null
    },
    version: () => stored.current?.version ?? 0,
    abandon: () => {
      abandoned.current = true
    },
    conflict: theirs && {
      keepMine: () => {
        stored.current = theirs
        void flush()
      },
      takeTheirs: () => show(theirs),
    },
  }
}

/** Messages of the office process; the contract names a field `fields.date`, a service `date`. */
function serverErrors(fields: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([path, message]) => [path.replace(/^fields\./, ''), message]))
}

function changedFields<Fields extends object>(stored: Fields, value: Fields): Partial<Fields> {
  const names = Object.keys(value) as (keyof Fields)[]
  const changed = names.filter((name) => JSON.stringify(stored[name]) !== JSON.stringify(value[name]))
  return Object.fromEntries(changed.map((name) => [name, value[name]])) as Partial<Fields>
}

function withoutKeys<Fields extends object>(fields: Partial<Fields>, keys: readonly string[]): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !keys.includes(name))) as Partial<Fields>
}
