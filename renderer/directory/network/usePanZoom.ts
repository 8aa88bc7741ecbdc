import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'

/** Where a drawing stands in its frame. */
export interface View {
  x: number
  y: number
  scale: number
}

export interface PanZoom {
  frame: RefObject<SVGSVGElement | null>
  view: View
  /** Bigger or smaller around the middle of the frame. */
  zoom(factor: number): void
  /** The whole drawing, as large as it fits and never larger than life. */
  fit(): void
  /** Moves the drawing so far that a rectangle of it can be seen. */
  reveal(box: { x: number; y: number; width: number; height: number }): void
  onPointerDown(event: PointerEvent<SVGSVGElement>): void
  onPointerMove(event: PointerEvent<SVGSVGElement>): void
  onPointerUp(event: PointerEvent<SVGSVGElement>): void
  /** `+`, `-`, `0` and Strg with the arrow keys; whether the key was one of them. */
  onZoomKey(event: KeyboardEvent): boolean
}

const smallest = 0.2
const largest = 2.5
/** Below this text can't be read, so a large drawing begins with a part of itself instead. */
const readable = 0.75
const step = 60

/** Moving and enlarging a drawing by mouse, wheel and keyboard. `bounds` is the rectangle that the drawing fills. */
export function usePanZoom(bounds: { x: number; y: number; width: number; height: number }): PanZoom {
  const frame = useRef<SVGSVGElement>(null)
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 })
  const grip = useRef<{ pointer: number; x: number; y: number; view: View } | null>(null)
  const { x: left, y: top, width, height } = bounds

  const fitTo = useCallback((least: number): void => {
    const room = frame.current?.getBoundingClientRect()
    if (!room || width <= 0 || height <= 0) return
    const scale = Math.max(least, Math.min(1, room.width / width, room.height / height))
    // What is wider or higher than the frame begins at its upper left.
    setView({ scale, x: Math.max(0, (room.width - width * scale) / 2) - left * scale, y: Math.max(0, (room.height - height * scale) / 3) - top * scale })
  }, [left, top, width, height])
  useLayoutEffect(() => fitTo(readable), [fitTo])

  const zoomAt = useCallback((factor: number, at?: { x: number; y: number }): void => {
    const room = frame.current?.getBoundingClientRect()
    if (!room) return
    const point = at ?? { x: room.width / 2, y: room.height / 2 }
    setView((now) => {
      const scale = Math.min(largest, Math.max(smallest, now.scale * factor))
      const by = scale / now.scale
      return { scale, x: point.x - (point.x - now.x) * by, y: point.y - (point.y - now.y) * by }
    })
  }, [])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    // React listens to the wheel passively; the page must not scroll while the drawing grows.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      const room = element.getBoundingClientRect()
      zoomAt(Math.exp(-event.deltaY / 500), { x: event.clientX - room.left, y: event.clientY - room.top })
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [zoomAt])

  const reveal = useCallback((box: { x: number; y: number; width: number; height: number }): void => {
    const room = frame.current?.getBoundingClientRect()
    if (!room) return
    setView((now) => ({
      scale: now.scale,
      x: shifted(now.x, box.x * now.scale, box.width * now.scale, room.width),
      y: shifted(now.y, box.y * now.scale, box.height * now.scale, room.height),
    }))
  }, [])

  return {
    frame, view, reveal,
    zoom: zoomAt,
    fit: () => fitTo(smallest),
    onPointerDown(event) {
      if (event.button !== 0) return
      grip.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, view }
    },
    onPointerMove(event) {
      const held = grip.current
      if (!held || held.pointer !== event.pointerId) return
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
      // A shaky click is no dragging.
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) {
        if (Math.hypot(dx, dy) < 5) return
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      setView({ ...held.view, x: held.view.x + dx, y: held.view.y + dy })
    },
    onPointerUp() {
      grip.current = null
    },
    onZoomKey(event) {
      const move: Record<string, [number, number]> = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }
      const by = event.ctrlKey ? move[event.key] : undefined
      if (by) setView((now) => ({ ...now, x: now.x + by[0], y: now.y + by[1] }))
      else if (event.ctrlKey || event.altKey) return false
      else if (event.key === '+') zoomAt(1.25)
      else if (event.key === '-') zoomAt(0.8)
      else if (event.key === '0') fitTo(smallest)
      else return false
      event.preventDefault()
      return true
    },
  }
}

function shifted(offset: number, start: number, length: number, room: number): number {
  const edge = 24
  if (start + offset < edge) return edge - start
  if (start + offset + length > room - edge) return Math.max(edge - start, room - edge - start - length)
  return offset
}
