import { isValidElement, useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { usePreference } from '../app/usePreference.ts'
import classes from './SplitView.module.css'

interface SplitViewProps {
  /** Where the width is remembered, e.g. `directory.list`. */
  name: string
  list: ReactNode
  record: ReactNode
  /** Width of the list in pixels before the person changes it. */
  initial: number
  smallest?: number
  /** Width that the record always keeps. */
  recordSmallest?: number
}

const keyStep = 24

/** Below this width (or above 200 % of it) the record stands below the list; `SplitView.module.css` says the same. */
const narrow = '(max-width: 760px)'

/**
 * List beside record, with a divider that mouse and arrow keys move. The width is remembered per person. In a narrow window
 * the two stand below each other; what is opened is brought to view there. A record that can be opened carries its id as key.
 */
export function SplitView({ name, list, record, initial, smallest = 240, recordSmallest = 340 }: SplitViewProps) {
  const [width, setWidth] = usePreference(`${name}.width`, initial)
  const frame = useRef<HTMLDivElement>(null)
  const listPane = useRef<HTMLDivElement>(null)
  const recordPane = useRef<HTMLDivElement>(null)
  // Whoever comes from another screen comes to what it led to.
  const opening = useRef(true)
  const shown = isValidElement(record) ? record.key : null
  useEffect(() => {
    // Whoever walks through the list with arrow keys stays there.
    if (!opening.current || !matchMedia(narrow).matches) return
    const pane = shown === null ? listPane : recordPane
    pane.current?.scrollIntoView({ block: 'start' })
  }, [shown])

  const moveTo = (wanted: number): void => {
    const room = frame.current?.clientWidth ?? Number.POSITIVE_INFINITY
    setWidth(Math.round(Math.max(smallest, Math.min(wanted, room - recordSmallest))))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !frame.current) return
    moveTo(event.clientX - frame.current.getBoundingClientRect().left)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? -keyStep : event.key === 'ArrowRight' ? keyStep : 0
    if (step === 0) return
    event.preventDefault()
    moveTo(width + step)
  }

  return (
    <div
      ref={frame}
      className={classes.split}
      style={{ gridTemplateColumns: `minmax(${smallest}px, min(${width}px, 100% - ${recordSmallest}px)) 1px minmax(0, 1fr)` }}
    >
      <div
        ref={listPane}
        className={`${classes.pane} ${classes.side}`}
        onPointerDownCapture={() => { opening.current = true }}
        onKeyDownCapture={({ key }) => { opening.current = key === 'Enter' }}
      >
        {list}
      </div>
      {/* A separator that can be moved is a widget and takes focus (ARIA 1.2, "separator"). */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label="Breite der Liste"
        aria-valuenow={width}
        aria-valuemin={smallest}
        tabIndex={0}
        className={`${classes.divider} no-print`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div ref={recordPane} className={`${classes.pane} ${classes.record}`}>
        {shown !== null && (
          <button type="button" className={`${classes.back} no-print`} onClick={() => listPane.current?.scrollIntoView({ block: 'start' })}>Zurück zur Liste</button>
        )}
        {record}
      </div>
    </div>
  )
}
