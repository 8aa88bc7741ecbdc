import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, type Failure } from './failure.ts'
import { registerUnsaved } from './unsaved.ts'

/** Where a form stands; {@link SaveState} shows it as text. */
export type Autosave =
  | { state: 'unchanged' }
  | { state: 'dirty' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; failure: Failure }

const afterLastKeyMilliseconds = 1000

/**
 * Saves a form's value one second after the last key, on `flush()` and before a lock. One save runs at a time; what was
 * typed meanwhile is saved next. After a failure the text stays in the form, and the next key or `flush()` tries again.
 * @param value the form's value; a new object counts as a change when its JSON differs from the last saved one
 * @param save stores it; throws what the office process threw
 */
export function useAutosave<T>(value: T, save: (value: T) => Promise<void>): { status: Autosave; flush: () => Promise<void> } {
  const [status, setStatus] = useState<Autosave>({ state: 'unchanged' })
  const text = JSON.stringify(value)
  const latest = useRef({ value, text, save })
  latest.current = { value, text, save }
  const savedText = useRef(text)
  const running = useRef<Promise<void> | null>(null)

  const flush = useCallback(async (): Promise<void> => {
    await running.current
    const { value: current, text: currentText, save: store } = latest.current
    if (currentText === savedText.current) return
    setStatus({ state: 'saving' })
    running.current = store(current)
      .then(() => {
        savedText.current = currentText
        setStatus(latest.current.text === currentText ? { state: 'saved', at: new Date() } : { state: 'dirty' })
      })
      .catch((error: unknown) => setStatus({ state: 'failed', failure: failureOf(error) }))
      .finally(() => {
        running.current = null
      })
    await running.current
  }, [])

  useEffect(() => {
    if (text === savedText.current) return
    setStatus((before) => (before.state === 'saving' ? before : { state: 'dirty' }))
    const timer = setTimeout(() => void flush(), afterLastKeyMilliseconds)
    return () => clearTimeout(timer)
  }, [text, flush])

  useEffect(() => {
    const end = registerUnsaved(flush)
    return () => {
      end()
      void flush()
    }
  }, [flush])

  return { status, flush }
}
