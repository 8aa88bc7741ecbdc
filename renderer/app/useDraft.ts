import { useCallback, useEffect, useRef, useState } from 'react'
import type { Side } from '../../shared/records/model.ts'
import { office } from './office.ts'
import { registerUnsaved } from './unsaved.ts'

const afterLastKeyMilliseconds = 1000

/**
 * Keeps the text of a form that can't be saved as a record yet, in the database that the form belongs to. Text of a
 * counselling form never reaches office.db, not even as a draft.
 * @param form which form, e.g. `contact:new`
 * @returns `restored`: the kept value (`undefined` while loading, `null` if there is none); `keep` after each change;
 *   `discard` once the record is saved or the form given up
 */
export function useDraft<T>(
  side: Side,
  form: string,
): { restored: T | null | undefined; keep: (value: T) => void; discard: () => Promise<void> } {
  const [restored, setRestored] = useState<T | null | undefined>(undefined)
  const pending = useRef<{ value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const store = useCallback(async (): Promise<void> => {
    if (timer.current) clearTimeout(timer.current)
    const kept = pending.current
    if (!kept) return
    pending.current = null
    try {
      await office.drafts.save({ side, form, value: kept.value })
    } catch (error) {
      // Still in the form and tried again with the next key.
      pending.current ??= kept
      throw error
    }
  }, [side, form])

  useEffect(() => {
    let current = true
    setRestored(undefined)
    office.drafts.load({ side, form }).then(
      (draft) => current && setRestored((draft?.value as T | undefined) ?? null),
      () => current && setRestored(null),
    )
    const end = registerUnsaved(store)
    return () => {
      current = false
      end()
      void store().catch(() => {})
    }
  }, [side, form, store])

  const keep = useCallback(
    (value: T): void => {
      pending.current = { value }
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(() => void store().catch(() => {}), afterLastKeyMilliseconds)
    },
    [store],
  )

  const discard = useCallback(async (): Promise<void> => {
    pending.current = null
    if (timer.current) clearTimeout(timer.current)
    await office.drafts.discard({ side, form })
  }, [side, form])

  return { restored, keep, discard }
}
