/**
 * One dimension of a table as a tree: node 0 is the total, every other node has a parent that comes before it. What has no
 * children is a leaf, the finest category; all other nodes are sums of leaves.
 */
export interface Axis {
  /** Number of the parent of each node; -1 for the total. */
  readonly parents: readonly number[]
}

/** An axis with a total and nothing else below it than leaves. */
export function flatAxis(leaves: number): Axis {
  return { parents: [-1, ...Array.from({ length: leaves }, () => 0)] }
}

/** Whether each node of an axis is a leaf. */
export function leafFlags({ parents }: Axis): boolean[] {
  const inner = new Set(parents)
  return parents.map((_, node) => !inner.has(node))
}

/** A node and all that contain it, itself first and the total last. */
export function pathOf({ parents }: Axis, node: number): number[] {
  const path: number[] = []
  for (let at = node; at >= 0; at = parents[at] ?? -1) path.push(at)
  return path
}

/** How many cells a table of these axes has, sums included. */
export function cellCount(axes: readonly Axis[]): number {
  return axes.reduce((product, { parents }) => product * parents.length, 1)
}

/** The number of the cell with these nodes, one per axis. The total of everything is cell 0. */
export function cellAt(axes: readonly Axis[], nodes: readonly number[]): number {
  return axes.reduce((cell, { parents }, index) => cell * parents.length + (nodes[index] ?? 0), 0)
}

/** The nodes of a cell, one per axis. */
export function nodesOf(axes: readonly Axis[], cell: number): number[] {
  const nodes: number[] = []
  let rest = cell
  for (let index = axes.length - 1; index >= 0; index -= 1) {
    const size = axes[index]?.parents.length ?? 1
    nodes[index] = rest % size
    rest = Math.floor(rest / size)
  }
  return nodes
}

/** Cells of all combinations of nodes, one list of nodes per axis. */
export function cellsOf(axes: readonly Axis[], lists: readonly (readonly number[])[]): number[] {
  let cells = [0]
  for (const [index, { parents }] of axes.entries()) {
    cells = cells.flatMap((cell) => (lists[index] ?? []).map((node) => cell * parents.length + node))
  }
  return cells
}
