import type { Picture, PictureNode } from '../../../shared/directory/network/model.ts'

/** What stands for a node's shape in words. */
export const nodeKindLabels: Record<PictureNode['kind'], string> = { person: 'Person', organisation: 'Organisation', body: 'Gremium' }

/** The nodes that are linked to one, with what the link says, in the order of the picture. */
export function neighbours({ nodes, edges }: Picture, id: string): (PictureNode & { link: string })[] {
  const links = new Map<string, string[]>()
  for (const edge of edges) {
    if (edge.from !== id && edge.to !== id) continue
    const other = edge.from === id ? edge.to : edge.from
    const says = edge.kind === 'role' ? edge.title : edge.from === id ? 'übergeordnet' : 'gehört dazu'
    links.set(other, [...links.get(other) ?? [], says].filter(Boolean))
  }
  return nodes.filter((node) => links.has(node.id)).map((node) => ({ ...node, link: (links.get(node.id) ?? []).join(', ') }))
}

/** The nearest node in a direction: near, and rather straight ahead than to the side. */
export function nodeTowards<Node extends PictureNode>(nodes: readonly Node[], from: PictureNode, [dx, dy]: readonly [number, number]): Node | undefined {
  let best: Node | undefined
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const ahead = (node.x - from.x) * dx + (node.y - from.y) * dy
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx)
    if (node.id === from.id || ahead <= 0) continue
    const distance = ahead + 2 * aside
    if (distance < least) [best, least] = [node, distance]
  }
  return best
}
