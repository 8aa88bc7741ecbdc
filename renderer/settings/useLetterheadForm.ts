import { useCallback, useEffect, useRef, useState } from 'react'
import type { Letterhead } from '../../shared/settings/letterhead.ts'
import { office } from '../app/office.ts'
import { useAutosave } from '../app/useAutosave.ts'

type Stored = { version: number; letterhead: Letterhead }

/** Keeps the letterhead's fields, stores changed ones by themselves, takes over changes from elsewhere while nothing is unsaved. */
export function useLetterheadForm(current: Stored) {
  const [fields, setFields] = useState(current.letterhead)
  const stored = useRef(current)

  const { status, flush } = useAutosave(fields, async (value) => {
    const changed = Object.fromEntries(
      Object.entries(value).filter(([name, now]) => stored.current.letterhead[name as keyof Letterhead] !== now),
    )
    if (Object.keys(changed).length === 0) return
    const receipt = await office.settings.letterhead.update({ version: stored.current.version, letterhead: changed })
    stored.current = { version: receipt.version, letterhead: value }
  })

  const show = useCallback((next: Stored): void => {
    stored.current = next
    setFields(next.letterhead)
  }, [])
  const unsaved = status.state === 'dirty' || status.state === 'saving' || status.state === 'failed'
  useEffect(() => {
    if (current.version > stored.current.version && !unsaved) show(current)
  }, [current, unsaved, show])

  return {
    fields,
    set: (patch: Partial<Letterhead>) => setFields((before) => ({ ...before, ...patch })),
    status,
    /** Ends a conflict: one's own words replace what is stored, or are replaced by it. */
    settle: (keep: 'mine' | 'theirs') => {
      if (status.state !== 'failed') return
      const now = status.failure.data.current as Stored
      if (keep === 'theirs') return show(now)
      stored.current = now
      void flush()
    },
  }
}
