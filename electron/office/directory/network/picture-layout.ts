import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'
import { nodeBox } from '../../../../shared/directory/network/node-box.ts'
import type { PictureEdge, PictureNode } from '../../../../shared/directory/network/model.ts'

type Unplaced = Omit<PictureNode, 'x' | 'y'>

interface Body extends SimulationNodeDatum {
  node: Unplaced
  halfWidth: number
  halfHeight: number
}

const ticks = 260
const ticksBetweenBreaths = 20
const gap = 10

/**
 * Gives each node of the network its place. Nodes that are linked draw each other, all others push; labels never lie over
 * each other. The same nodes and edges in the same order always give the same picture: the simulation begins on a spiral
 * and has a random source of its own. Computed in slices, so that the process keeps answering.
 */
export async function pictureLayout(nodes: readonly Unplaced[], edges: readonly PictureEdge[]): Promise<PictureNode[]> {
  const bodies = nodes.map((node): Body => {
    const { width, height } = nodeBox(node)
    return { node, halfWidth: width / 2 + gap, halfHeight: height / 2 + gap }
  })
  const index = new Map(nodes.map(({ id }, position) => [id, position]))
  const links = edges.flatMap(({ from, to }) => {
    const [source, target] = [index.get(from), index.get(to)]
    return source === undefined || target === undefined ? [] : [{ source, target }]
  })
  const simulation = forceSimulation(bodies)
    .force('link', forceLink(links).distance(120).strength(0.25))
    .force('push', forceManyBody().strength(-420))
    .force('x', forceX(0).strength(0.05))
    // Screens are wider than high.
    .force('y', forceY(0).strength(0.085))
    .force('collide', forceCollide<Body>((body) => Math.max(body.halfHeight, body.halfWidth * 0.7)).iterations(2))
    .stop()
  for (let tick = 0; tick < ticks; tick += 1) {
    simulation.tick()
    if (tick % ticksBetweenBreaths === ticksBetweenBreaths - 1) await breathe()
  }
  for (let round = 0; round < 200 && separate(bodies); round += 1) if (round % 10 === 9) await breathe()
  return bodies.map(({ node, x = 0, y = 0 }) => ({ ...node, x: Math.round(x), y: Math.round(y) }))
}

/** Pushes overlapping boxes apart along the shorter way; whether there were any. */
function separate(bodies: readonly Body[]): boolean {
  let moved = false
  for (const [position, one] of bodies.entries()) {
    for (let next = position + 1; next < bodies.length; next += 1) {
      const other = bodies[next] as Body
      const acrossX = one.halfWidth + other.halfWidth - Math.abs((other.x ?? 0) - (one.x ?? 0))
      const acrossY = one.halfHeight + other.halfHeight - Math.abs((other.y ?? 0) - (one.y ?? 0))
      if (acrossX <= 0.5 || acrossY <= 0.5) continue
      moved = true
      if (acrossX < acrossY) push(one, other, 'x', acrossX)
      else push(one, other, 'y', acrossY)
    }
  }
  return moved
}

function push(one: Body, other: Body, axis: 'x' | 'y', distance: number): void {
  const sign = (other[axis] ?? 0) >= (one[axis] ?? 0) ? 1 : -1
  one[axis] = (one[axis] ?? 0) - sign * distance / 2
  other[axis] = (other[axis] ?? 0) + sign * distance / 2
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
