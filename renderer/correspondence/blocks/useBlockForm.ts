import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { textBlockFieldsSchema, type TextBlock, type TextBlockFields } from '../../../shared/correspondence/blocks/model.ts'
import { office } from '../../app/office.ts'
import { useAutosave, type Autosave } from '../../app/useAutosave.ts'

/** The form of one text block. */
export interface BlockForm {
  fields: TextBlockFields
  set(patch: Partial<TextBlockFields>): void
  status: Autosave
  /** Stores what is unsaved now; false when that failed, and then `status` says why. */
  flush(): Promise<boolean>
  version(): number
  /** Ends a conflict. */
  settle(current: TextBlock, keep: 'mine' | 'theirs'): void
}

/** Keeps the fields of a text block, stores changes by themselves and takes over what changed elsewhere as long as nothing is unsaved here. */
export function useBlockForm(block: TextBlock): BlockForm {
  const [fields, setFields] = useState(() => textBlockFieldsSchema.parse(block))
  const stored = useRef({ version: block.version, fields })
  const latest = useRef(fields)
  useLayoutEffect(() => { latest.current = fields })

  const save = useCallback(async (value: TextBlockFields) => {
    const changed = changedFields(stored.current.fields, value)
    if (Object.keys(changed).length === 0) return
    const { version } = await office.correspondence.blocks.update({ id: block.id, version: stored.current.version, fields: changed })
    stored.current = { version, fields: value }
  }, [block.id])
  const { status, flush } = useAutosave(fields, save)

  const show = useCallback((current: TextBlock) => {
    const next = textBlockFieldsSchema.parse(current)
    stored.current = { version: current.version, fields: next }
    setFields(next)
  }, [])
  const unsaved = status.state === 'dirty' || status.state === 'saving' || status.state === 'failed'
  useEffect(() => {
    if (block.version > stored.current.version && !unsaved) show(block)
  }, [block, unsaved, show])

  return {
    fields, status,
    set: (patch) => setFields((before) => ({ ...before, ...patch })),
    version: () => stored.current.version,
    flush: async () => {
      await flush()
      return Object.keys(changedFields(stored.current.fields, latest.current)).length === 0
    },
    settle(current, keep) {
      if (keep === 'theirs') return show(current)
      stored.current = { version: current.version, fields: textBlockFieldsSchema.parse(current) }
      void flush()
    },
  }
}

function changedFields(stored: TextBlockFields, value: TextBlockFields): Partial<TextBlockFields> {
  return Object.fromEntries(Object.entries(value).filter(([name, now]) => JSON.stringify(stored[name as keyof TextBlockFields]) !== JSON.stringify(now)))
}
