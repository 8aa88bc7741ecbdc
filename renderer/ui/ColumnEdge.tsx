import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import classes from './VirtualTable.module.css'

const keyStep = 16
const [narrowest, widest] = [40, 900]

/** The right edge of a column's head: mouse and arrow keys make the column wider and narrower. */
export function ColumnEdge({ heading, onResize }: { heading: string; onResize: (width: number) => void }) {
  const edge = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const measured = (): number => Math.round(edge.current?.parentElement?.getBoundingClientRect().width ?? 0)
  const resize = (wanted: number): void => {
    const next = Math.round(Math.max(narrowest, Math.min(widest, wanted)))
    setWidth(next)
    onResize(next)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const head = event.currentTarget.parentElement
    if (event.currentTarget.hasPointerCapture(event.pointerId) && head) resize(event.clientX - head.getBoundingClientRect().left)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? -keyStep : event.key === 'ArrowRight' ? keyStep : 0
    if (step === 0) return
    event.preventDefault()
    resize(measured() + step)
  }
  return (
    // A separator that can be moved is a widget and takes focus (ARIA 1.2, "separator").
    <div
      ref={edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Breite der Spalte ${heading}`}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={`${classes.edge} no-print`}
      onFocus={() => setWidth(measured())}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  )
}
