import { useEffect, useRef } from 'react'
import { calendarViews, type CalendarView } from './periods.ts'

interface Keys {
  onToday(): void
  onView(view: CalendarView): void
  onNew(): void
  onStep(step: 1 | -1): void
  /** The focused line is to be moved. */
  onMove(key: string): void
}

/** T today, 1 to 5 the views, N something new, page keys back and forth, V moves the focused line. Arrow keys walk in the views. */
export function useCalendarKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || typing(event.target)) return
      const { onToday, onView, onNew, onStep, onMove } = latest.current
      const view = calendarViews[Number(event.key) - 1]
      const line = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] : undefined
      if (event.key === 't' || event.key === 'T') onToday()
      else if (event.key === 'n' || event.key === 'N') onNew()
      else if ((event.key === 'v' || event.key === 'V') && line !== undefined) onMove(line)
      else if (event.key === 'PageUp' || event.key === 'PageDown') onStep(event.key === 'PageUp' ? -1 : 1)
      else if (view !== undefined) onView(view)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** In a field a letter is a letter; in a dialog or menu it is theirs. */
function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const element = target
  return element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(element.tagName) && (element as HTMLInputElement).type !== 'checkbox' && (element as HTMLInputElement).type !== 'radio' || element.closest('[role="dialog"], [role="menu"]') !== null
}
