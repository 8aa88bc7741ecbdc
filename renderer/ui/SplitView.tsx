import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
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

/** List beside record, with a divider that mouse and arrow keys move. The width is remembered per person. */
export function SplitView({ name, list, record, initial, smallest = 240, recordSmallest = 340 }: SplitViewProps) {
  const [width, setWidth] = usePreference(`${name}.width`, initial)
  const frame = useRef<HTMLDivElement>(null)

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
      <div className={`${classes.pane} ${classes.side}`}>{list}</div>
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
      <div className={`${classes.pane} ${classes.record}`}>{record}</div>
    </div>
  )
}
