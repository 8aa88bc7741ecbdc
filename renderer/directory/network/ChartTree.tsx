import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { chartLayout, lineSize, type ChartBox } from '../../../shared/directory/network/chart-layout.ts'
import type { Chart } from '../../../shared/directory/network/model.ts'
import { ChartDetail } from './ChartDetail.tsx'
import classes from './Network.module.css'
import { PrintedDrawing } from './PrintedDrawing.tsx'
import { usePanZoom } from './usePanZoom.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

/**
 * The drawn chart. It is a tree to the keyboard: arrow keys walk over the boxes, right and left unfold and fold, Enter opens
 * the contact; what stands in the box is spoken with it and listed beside it.
 */
export function ChartTree({ chart, collapsed, onCollapse, onFocus, onOpen, onPicture }: {
  chart: Chart
  collapsed: ReadonlySet<string>
  onCollapse: (collapsed: ReadonlySet<string>) => void
  onFocus: (id: string) => void
  onOpen: (id: string) => void
  onPicture: (id: string) => void
}) {
  const layout = useMemo(() => chartLayout(chart, collapsed), [chart, collapsed])
  const panZoom = usePanZoom({ x: 0, y: 0, width: layout.width, height: layout.height })
  const [chosen, setChosen] = useState<string | null>(null)
  const current = layout.boxes.find(({ unit }) => unit.id === chosen) ?? layout.boxes[0]
  const { reveal, view, frame } = panZoom
  useEffect(() => {
    // What was folded away can't keep the focus; its superior takes it.
    if (chosen !== null && current && document.activeElement === document.body) frame.current?.querySelector<SVGGElement>('[tabindex="0"]')?.focus()
  }, [chosen, current, frame])

  const choose = (box: ChartBox | undefined): void => {
    if (!box) return
    setChosen(box.unit.id)
    reveal(box)
    frame.current?.querySelector<SVGGElement>(`[data-unit="${CSS.escape(box.unit.id)}"]`)?.focus({ preventScroll: true })
  }
  const fold = (box: ChartBox, away: boolean): void => {
    const next = new Set(collapsed)
    if (away) next.add(box.unit.id)
    else next.delete(box.unit.id)
    onCollapse(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!current || panZoom.onZoomKey(event)) return
    const position = layout.boxes.indexOf(current)
    const keys: Record<string, () => void> = {
      ArrowDown: () => choose(layout.boxes[position + 1]),
      ArrowUp: () => choose(layout.boxes[position - 1]),
      Home: () => choose(layout.boxes[0]),
      End: () => choose(layout.boxes.at(-1)),
      ArrowRight: () => current.open ? choose(layout.boxes[position + 1]) : current.hasChildren && fold(current, false),
      ArrowLeft: () => current.open ? fold(current, true) : choose(layout.boxes.find(({ unit }) => unit.id === current.unit.parentId)),
      Enter: () => onOpen(current.unit.id),
      ' ': () => current.hasChildren && fold(current, current.open),
    }
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.altKey) return
    event.preventDefault()
    act()
  }

  return (
    <div className={classes.panes}>
      <div className={classes.canvasFrame}>
        <svg
          ref={frame} className={classes.canvas} role="tree" tabIndex={-1} aria-label="Organigramm" onKeyDown={onKeyDown}
          onPointerDown={panZoom.onPointerDown} onPointerMove={panZoom.onPointerMove} onPointerUp={panZoom.onPointerUp}
        >
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`} role="presentation"><g id="network-drawing" role="presentation">
            {layout.links.map((points) => <polyline key={points.join(' ')} className={classes.link} points={points.map((point) => point.join(',')).join(' ')} aria-hidden />)}
            {layout.boxes.map((box) => (
              <Box key={box.unit.id} box={box} current={box === current} onChoose={() => choose(box)} onFold={() => fold(box, box.open)} onOpen={() => onOpen(box.unit.id)} />
            ))}
          </g></g>
        </svg>
        <PrintedDrawing x={0} y={0} width={layout.width} height={layout.height} />
        <div className={classes.zoom}><ZoomButtons panZoom={panZoom} /></div>
      </div>
      {current && <ChartDetail box={current} top={current === layout.boxes[0]} onFocus={onFocus} onOpen={onOpen} onPicture={onPicture} />}
    </div>
  )
}

function Box({ box, current, onChoose, onFold, onOpen }: { box: ChartBox; current: boolean; onChoose: () => void; onFold: () => void; onOpen: () => void }) {
  const { unit, x, y, width, height, lines } = box
  const people = unit.people.map(({ name, title }) => [name, title].filter(Boolean).join(', '))
  return (
    <g
      transform={`translate(${x} ${y})`} className={classes.box} data-unit={unit.id} data-current={current || undefined}
      role="treeitem" tabIndex={current ? 0 : -1} aria-level={box.level} aria-posinset={box.position} aria-setsize={box.siblings}
      aria-selected={current} aria-expanded={box.hasChildren ? box.open : undefined}
      aria-label={[unit.name, unit.department, ...people].filter(Boolean).join('; ')}
      onClick={onChoose} onDoubleClick={onOpen}
    >
      <rect width={width} height={height} rx={6} />
      {lines.map((line) => (
        <text key={`${line.y}`} x={12} y={line.y} fontSize={lineSize(line.role)} className={`${classes[line.role]} ${line.role === 'person' ? 'personal' : ''}`}>{line.text}</text>
      ))}
      {box.hasChildren && (
        <g className={classes.fold} transform={`translate(${width - 18} 18)`} onClick={(event) => { event.stopPropagation(); onFold() }} aria-hidden>
          <rect x={-12} y={-12} width={24} height={24} rx={4} />
          <path d={box.open ? 'M-5 0H5' : 'M-5 0H5M0 -5V5'} />
        </g>
      )}
    </g>
  )
}
