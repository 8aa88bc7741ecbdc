import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import type { WindowedRows } from './useWindowedRows.ts'

/** At most so many rows can be marked at once; one call carries them. */
const maxSelected = 10_000

interface Options {
  rows: WindowedRows<{ id: string }>
  selected: ReadonlySet<string>
  /** `current` is the row whose record is shown; null leaves it as it is. */
  onSelect: (selected: ReadonlySet<string>, current: string | null) => void
  onOpen?: (() => void) | undefined
  scrollTo: (index: number) => void
  /** Rows that fit on the screen, for the page keys. */
  pageRows: () => number
  /** Where the shown record stands among the visible rows. */
  shownAt: number | undefined
  hasFocus: () => boolean
}

/** Keyboard and mouse of a list as in Windows: arrows, Home, End, pages, Shift for ranges, Ctrl for single rows. */
export function useListSelection({ rows, selected, onSelect, onOpen, scrollTo, pageRows, shownAt, hasFocus }: Options) {
  const [active, showActive] = useState(-1)
  // Keys come faster than renders: the next one counts from where the last one went, and adds to what it marked.
  const latest = useRef({ active: -1, selected })
  latest.current.selected = selected
  const anchor = useRef(0)
  const steps = useRef(0)

  const setActive = (index: number): void => {
    latest.current.active = index
    showActive(index)
  }

  // A record opened from elsewhere, or moved by a changed order, takes the keyboard's place along. While the keys are in the
  // list they are ahead of what is shown.
  const focused = useEffectEvent(hasFocus)
  useEffect(() => {
    if (shownAt === undefined || focused()) return
    anchor.current = shownAt
    latest.current.active = shownAt
    showActive(shownAt)
  }, [shownAt])

  const moveTo = async (index: number, mode: 'only' | 'range' | 'toggle'): Promise<void> => {
    steps.current += 1
    const step = steps.current
    setActive(index)
    scrollTo(index)
    if (mode === 'range') {
      const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
      const range = await rows.between(first, Math.min(last, first + maxSelected - 1))
      if (step === steps.current) onSelect(new Set(range.map(({ id }) => id)), null)
      return
    }
    anchor.current = index
    const [row] = await rows.between(index, index)
    // Keys run ahead of the pages: only the last step counts.
    if (row === undefined || step !== steps.current) return
    if (mode === 'only') onSelect(new Set([row.id]), row.id)
    else onSelect(withToggled(latest.current.selected, row.id), null)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = (rows.total ?? 0) - 1
    if (last < 0) return
    const target = targetOf(event.key, latest.current.active, last, pageRows())
    if (target !== null) {
      event.preventDefault()
      void moveTo(Math.min(last, Math.max(0, target)), event.shiftKey ? 'range' : 'only')
    } else if (event.key === ' ' && latest.current.active >= 0) {
      event.preventDefault()
      void moveTo(latest.current.active, 'toggle')
    } else if (event.key === 'a' && event.ctrlKey) {
      event.preventDefault()
      anchor.current = 0
      void moveTo(Math.min(last, maxSelected - 1), 'range')
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onOpen?.()
    }
  }

  const onRowClick = (index: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void => {
    void moveTo(index, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
  }

  return { active, onKeyDown, onRowClick }
}

function targetOf(key: string, active: number, last: number, page: number): number | null {
  if (key === 'ArrowDown') return active + 1
  if (key === 'ArrowUp') return active - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'PageDown') return active + page
  if (key === 'PageUp') return active - page
  return null
}

function withToggled(selected: ReadonlySet<string>, id: string): Set<string> {
  const toggled = new Set(selected)
  if (!toggled.delete(id)) toggled.add(id)
  return toggled
}
