import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { editedLetterSchema, type EditedLetter, type Letter } from '../../shared/correspondence/letter.ts'
import { useAutosave, type Autosave } from '../app/useAutosave.ts'
import { useDesk } from './useDesk.ts'

/** The form of one letter. */
export interface LetterForm {
  fields: EditedLetter
  set(patch: Partial<EditedLetter>): void
  status: Autosave
  /** Stores what is unsaved now; false when that failed, and then `status` says why. */
  flush(): Promise<boolean>
  /** Version of what is stored, for actions on the whole letter. */
  version(): number
  /** After an action on the whole letter. */
  accept(version: number): void
  /** Ends a conflict: the stored letter replaces the form, or the form will replace it. */
  settle(current: Letter, keep: 'mine' | 'theirs'): void
}

/**
 * Keeps a letter's fields, stores changes by themselves and takes over what changed elsewhere (an undo, another window)
 * as long as nothing is unsaved here.
 */
export function useLetterForm(letter: Letter): LetterForm {
  const { office } = useDesk()
  const [fields, setFields] = useState<EditedLetter>(() => fieldsOf(letter))
  const stored = useRef({ version: letter.version, fields })
  const latest = useRef(fields)
  useLayoutEffect(() => { latest.current = fields })

  const save = useCallback(async (value: EditedLetter) => {
    const changed = changedFields(stored.current.fields, value)
    if (Object.keys(changed).length === 0) return
    const receipt = await office.update({ id: letter.id, version: stored.current.version, fields: changed })
    stored.current = { version: receipt.version, fields: value }
  }, [letter.id, office])
  const { status, flush } = useAutosave(fields, save)

  const show = useCallback((current: Letter) => {
    const next = fieldsOf(current)
    stored.current = { version: current.version, fields: next }
    setFields(next)
  }, [])

  const unsaved = status.state === 'dirty' || status.state === 'saving' || status.state === 'failed'
  useEffect(() => {
    if (letter.version > stored.current.version && !unsaved) show(letter)
  }, [letter, unsaved, show])

  return {
    fields,
    set: (patch) => setFields((before) => ({ ...before, ...patch })),
    status,
    flush: async () => {
      await flush()
      return Object.keys(changedFields(stored.current.fields, latest.current)).length === 0
    },
    version: () => stored.current.version,
    accept: (version) => { stored.current = { ...stored.current, version } },
    settle: (current, keep) => {
      if (keep === 'theirs') return show(current)
      stored.current = { version: current.version, fields: fieldsOf(current) }
      void flush()
    },
  }
}

function fieldsOf(letter: Letter): EditedLetter {
  return editedLetterSchema.parse(letter)
}

/** Gives the fields whose value differs from what is stored. */
export function changedFields(stored: EditedLetter, value: EditedLetter): Partial<EditedLetter> {
  const names = Object.keys(value) as (keyof EditedLetter)[]
  const changed = names.filter((name) => JSON.stringify(stored[name]) !== JSON.stringify(value[name]))
  return Object.fromEntries(changed.map((name) => [name, value[name]]))
}
