import { IconBuilding, IconUser, IconUsersGroup } from '@tabler/icons-react'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { nodeBox, nodeDetailSize, nodeIconWidth, nodeTextSize } from '../../../shared/directory/network/node-box.ts'
import type { Picture, PictureNode } from '../../../shared/directory/network/model.ts'
import classes from './Network.module.css'
import { neighbours, nodeKindLabels, nodeTowards } from './neighbours.ts'
import { PictureDetail } from './PictureDetail.tsx'
import { PrintedDrawing } from './PrintedDrawing.tsx'
import { usePanZoom } from './usePanZoom.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

const icons = { person: IconUser, organisation: IconBuilding, body: IconUsersGroup }
const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/**
 * The drawn network. Arrow keys go to the nearest node in that direction, Enter opens the contact, Space shows its
 * surroundings; a person in several bodies bears their number. The same links stand as a list beside it.
 */
export function PictureCanvas({ picture, center, onFocus, onOpen }: {
  picture: Picture
  center: string | null
  onFocus: (id: string) => void
  onOpen: (id: string) => void
}) {
  const nodes = useMemo(() => picture.nodes.map((node) => ({ ...node, box: nodeBox(node) })), [picture])
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes])
  const bounds = useMemo(() => {
    const left = Math.min(...nodes.map(({ x, box }) => x - box.width / 2)) - 20
    const top = Math.min(...nodes.map(({ y, box }) => y - box.height / 2)) - 20
    return {
      x: left, y: top,
      width: Math.max(...nodes.map(({ x, box }) => x + box.width / 2)) + 20 - left,
      height: Math.max(...nodes.map(({ y, box }) => y + box.height / 2)) + 20 - top,
    }
  }, [nodes])
  const panZoom = usePanZoom(bounds)
  const { frame, view } = panZoom
  const busiest = useMemo(() => [...nodes].sort((a, b) => b.links - a.links)[0], [nodes])
  const [chosen, setChosen] = useState<string | null>(center)
  const current = (chosen === null ? undefined : byId.get(chosen)) ?? busiest
  const lit = new Set(chosen === null || !current ? [] : [current.id, ...neighbours(picture, current.id).map(({ id }) => id)])

  const choose = (node: PictureNode | undefined): void => {
    if (!node) return
    setChosen(node.id)
    const box = nodeBox(node)
    panZoom.reveal({ x: node.x - box.width / 2, y: node.y - box.height / 2, width: box.width, height: box.height })
    frame.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(node.id)}"]`)?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!current || panZoom.onZoomKey(event)) return
    const direction = arrows[event.key]
    if (direction) choose(nodeTowards(nodes, current, direction))
    else if (event.key === 'Enter') onOpen(current.id)
    else if (event.key === ' ') onFocus(current.id)
    else if (event.key === 'Escape') setChosen(null)
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.panes}>
      <div className={classes.canvasFrame}>
        <svg
          ref={frame} className={classes.canvas} role="toolbar" tabIndex={-1} aria-label="Netzwerkbild. Mit den Pfeiltasten von Kontakt zu Kontakt, Eingabe öffnet." onKeyDown={onKeyDown}
          onPointerDown={panZoom.onPointerDown} onPointerMove={panZoom.onPointerMove} onPointerUp={panZoom.onPointerUp}
        >
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}><g id="network-drawing">
            {picture.edges.map((edge) => {
              const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
              if (!from || !to) return null
              const isLit = chosen !== null && (edge.from === current?.id || edge.to === current?.id)
              return <line key={`${edge.kind}${edge.from}${edge.to}${edge.title}`} className={classes.edge} data-kind={edge.kind} data-lit={isLit || undefined} x1={from.x} y1={from.y} x2={to.x} y2={to.y} aria-hidden />
            })}
            {nodes.map((node) => (
              <Node
                key={node.id} node={node} current={node.id === current?.id} chosen={chosen === node.id} faded={lit.size > 0 && !lit.has(node.id)}
                onChoose={() => choose(node)} onOpen={() => onOpen(node.id)}
              />
            ))}
          </g></g>
        </svg>
        <PrintedDrawing {...bounds} />
        <div className={classes.zoom}><ZoomButtons panZoom={panZoom} /></div>
      </div>
      {current && <PictureDetail picture={picture} node={current} onChoose={(id) => choose(byId.get(id))} onFocus={onFocus} onOpen={onOpen} isCenter={current.id === center} />}
    </div>
  )
}

function Node({ node, current, chosen, faded, onChoose, onOpen }: {
  node: PictureNode & { box: ReturnType<typeof nodeBox> }
  current: boolean
  chosen: boolean
  faded: boolean
  onChoose: () => void
  onOpen: () => void
}) {
  const { x, y, box, kind, links } = node
  const KindIcon = icons[kind]
  const several = kind === 'person' && links > 1
  return (
    <g
      transform={`translate(${x - box.width / 2} ${y - box.height / 2})`} className={classes.node} data-kind={kind} data-node={node.id}
      data-current={chosen || undefined} data-faded={faded || undefined} role="button" tabIndex={current ? 0 : -1} aria-pressed={chosen}
      aria-label={[`${nodeKindLabels[kind]} ${node.name}`, node.detail, links === 1 ? '1 Verbindung' : `${links} Verbindungen`].filter(Boolean).join(', ')}
      onClick={onChoose} onDoubleClick={onOpen}
    >
      <rect width={box.width} height={box.height} rx={kind === 'person' ? box.height / 2 : kind === 'body' ? 4 : 10} />
      <KindIcon x={9} y={box.height / 2 - 9} width={18} height={18} className={classes.icon} aria-hidden />
      <g className={kind === 'person' ? 'personal' : undefined}>
        {box.lines.map((line) => (
          <text
            key={line.y} x={nodeIconWidth + 8} y={line.y} fontSize={line.role === 'name' ? nodeTextSize : nodeDetailSize}
            className={line.role === 'name' ? classes.nodeName : classes.nodeDetail}
          >
            {line.text}
          </text>
        ))}
      </g>
      {several && (
        <>
          <circle cx={box.width - 6} cy={4} r={11} className={classes.badge} />
          <text x={box.width - 6} y={8.5} fontSize={13} textAnchor="middle" className={classes.badgeText}>{links}</text>
        </>
      )}
    </g>
  )
}
