import { cellAt, cellCount, cellsOf, leafFlags, nodesOf, pathOf, type Axis } from './axis.ts'

/**
 * Small-cell suppression for tables that are published with their totals, of any number of dimensions, also with sums in between
 * (main topics with sub-topics).
 *
 * What guards a hidden cell is a *shift*: leaf cells chosen so that adding d to half of them and taking d from the others leaves
 * every published sum as it is. In each dimension the shift runs between two leaves (sums that contain both don't change) or, where
 * the total itself is hidden, through one. All cells that the shift changes are hidden together, so whoever solves the system of
 * published sums, knowing that no figure is negative, finds for each of them a range as wide as the shift: `protection`, or where
 * the figures around are too small for that, as much as they allow, and never a single value. The proof holds for the whole table at
 * once, not line by line.
 */

/** One figure per cell (contacts, cases, hours), leaves and sums. */
export interface Measure {
  readonly values: readonly number[]
  /** How wide the range of what can be found out about a hidden cell should be. */
  readonly protection: number
}

export interface SuppressionInput {
  readonly axes: readonly Axis[]
  /** The first one decides; of the others, hidden cells that aren't 0 just must not be calculable. */
  readonly measures: readonly [Measure, ...Measure[]]
  /** Cells that must be hidden for their own sake. */
  readonly sensitive: ReadonlySet<number>
}

export interface SuppressionResult {
  /** All cells that are hidden, with those that protect others. */
  readonly hidden: ReadonlySet<number>
  /** Nothing but the total of everything can be shown: there are too few figures to hide any behind others. */
  readonly withheld: boolean
}

/** So many partner leaves per dimension are tried first, by the number of dimensions; more where those won't do. */
const firstPartners = [0, 200, 12, 5]
/** Before further sums are hidden, a shift may be as narrow as this: three values remain possible. */
const narrowest = 2
/** So many own leaves are tried for a hidden sum, by the number of dimensions. */
const ownLeaves = [0, 6, 3, 2]

/** Hides the sensitive cells and as few others as are needed for them, smaller ones first. */
export function suppress(input: SuppressionInput): SuppressionResult {
  const hidden = new Set(input.sensitive)
  const search = new ShiftSearch(input, hidden)
  const [{ values }] = input.measures
  const targets = [...input.sensitive].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  for (const target of targets) {
    const cells = search.widest(target)
    if (cells === null) return { hidden: everythingBut(input), withheld: true }
    for (const cell of cells) hidden.add(cell)
  }
  return { hidden, withheld: false }
}

function everythingBut({ axes, sensitive }: SuppressionInput): Set<number> {
  const all = new Set(Array.from({ length: cellCount(axes) }, (_, cell) => cell))
  if (!sensitive.has(0)) all.delete(0)
  return all
}

/** A way through one dimension: nodes whose cells gain and nodes whose cells lose, and the leaf on each side. */
interface Way {
  readonly nodes: readonly number[]
  readonly gaining: number
  readonly losing: number | null
}

/** What a shift must be like. */
interface Wanted {
  readonly width: number
  /** So many partner leaves are tried per dimension. */
  readonly partners: number
  /** Whether sums may be hidden that aren't hidden yet. */
  readonly sums: boolean
}

class ShiftSearch {
  readonly #input: SuppressionInput
  readonly #hidden: ReadonlySet<number>
  readonly #leaves: number[][]
  readonly #paths: number[][][]

  constructor(input: SuppressionInput, hidden: ReadonlySet<number>) {
    this.#input = input
    this.#hidden = hidden
    this.#leaves = input.axes.map((axis) => leafFlags(axis).flatMap((isLeaf, node) => (isLeaf ? [node] : [])))
    this.#paths = input.axes.map((axis) => axis.parents.map((_, node) => pathOf(axis, node)))
  }

  /** The cells of a shift as wide as is wanted, or as wide as the figures allow; null when there is none. */
  widest(target: number): readonly number[] | null {
    const { axes, measures: [{ protection }] } = this.#input
    const partners = firstPartners[axes.length] ?? 5
    // All of them would be too many to try in three dimensions.
    const more = axes.length > 2 ? 2 * partners : Number.POSITIVE_INFINITY
    for (let width = protection; width >= narrowest; width -= 1) {
      const cells = this.#cheapest(target, { width, partners, sums: false })
      if (cells !== null) return cells
    }
    for (let width = protection; width > 0; width -= 1) {
      const cells = this.#cheapest(target, { width, partners, sums: true }) ?? this.#cheapest(target, { width, partners: more, sums: true })
      if (cells !== null) return cells
    }
    return null
  }

  /** The cells of the shift that hides the least besides what is hidden already; null when there is none. */
  #cheapest(target: number, { width, partners, sums }: Wanted): readonly number[] | null {
    const { axes } = this.#input
    const nodes = nodesOf(axes, target)
    const ways = axes.map((_, axis) => this.#ways(axis, nodes, partners))
    let best: { cells: readonly number[]; cost: number } | null = null
    for (const chosen of combinations(ways)) {
      const cells = cellsOf(axes, chosen.map((way) => way.nodes))
      const cost = this.#cost(cells, best?.cost ?? Number.POSITIVE_INFINITY, sums)
      if (cost < (best?.cost ?? Number.POSITIVE_INFINITY) && this.#protects(chosen, target, width)) best = { cells, cost }
      if (best?.cost === 0) break
    }
    return best?.cells ?? null
  }

  /** Ways through a dimension that change the node of the target. */
  #ways(axis: number, target: readonly number[], most: number): Way[] {
    const node = target[axis] ?? 0
    const paths = this.#paths[axis] ?? []
    const leaves = this.#leaves[axis] ?? []
    const figure = (leaf: number): number => this.#figure(target, axis, leaf)
    const inside = leaves.filter((leaf) => paths[leaf]?.includes(node)).sort((a, b) => figure(b) - figure(a)).slice(0, ownLeaves[this.#input.axes.length] ?? 2)
    // Those that are hidden already cost nothing, small ones little; empty ones protect hardly anything.
    const loss = (leaf: number): number => (this.#isHidden(target, axis, leaf) ? -1 : figure(leaf) || Number.MAX_SAFE_INTEGER)
    const partners = leaves.filter((leaf) => !paths[leaf]?.includes(node)).sort((a, b) => loss(a) - loss(b)).slice(0, most)
    return inside.flatMap((gaining): Way[] => {
      const up = paths[gaining] ?? []
      const through: Way = { nodes: up, gaining, losing: null }
      return [...partners.map((losing): Way => {
        const down = paths[losing] ?? []
        return { nodes: [...up.filter((at) => !down.includes(at)), ...down.filter((at) => !up.includes(at))], gaining, losing }
      }), through]
    })
  }

  #figure(target: readonly number[], axis: number, leaf: number): number {
    return this.#input.measures[0].values[this.#beside(target, axis, leaf)] ?? 0
  }

  #isHidden(target: readonly number[], axis: number, leaf: number): boolean {
    return this.#hidden.has(this.#beside(target, axis, leaf))
  }

  /** The cell in the line of the target with another node of one axis. */
  #beside(target: readonly number[], axis: number, leaf: number): number {
    return cellAt(this.#input.axes, target.map((node, other) => (other === axis ? leaf : node)))
  }

  /** How much would be lost by hiding these cells. The total of everything stays unless it must be hidden for its own sake. */
  #cost(cells: readonly number[], most: number, sumsToo: boolean): number {
    const { axes, measures: [{ values }] } = this.#input
    let cost = 0
    for (const cell of cells) {
      if (this.#hidden.has(cell)) continue
      if (cell === 0) return Number.POSITIVE_INFINITY
      const sums = nodesOf(axes, cell).filter((node, axis) => !this.#leaves[axis]?.includes(node)).length
      if (sums > 0 && !sumsToo) return Number.POSITIVE_INFINITY
      cost += (10 + (values[cell] ?? 0)) * 4 ** sums
      if (cost >= most) return Number.POSITIVE_INFINITY
    }
    return cost
  }

  #protects(ways: readonly Way[], target: number, width: number): boolean {
    const { axes, measures } = this.#input
    const corners = combinations(ways.map(({ gaining, losing }) => (losing === null ? [[gaining, 1]] : [[gaining, 1], [losing, -1]])))
      .map((leaves) => ({ cell: cellAt(axes, leaves.map(([leaf]) => leaf ?? 0)), sign: leaves.reduce((sign, [, own]) => sign * (own ?? 1), 1) }))
    return measures.every(({ values, protection }, index) => {
      if (index > 0 && (values[target] ?? 0) === 0) return true
      const room = (sign: number): number => Math.min(...corners.filter((corner) => corner.sign === sign).map(({ cell }) => values[cell] ?? 0))
      // What can be added is limited by the cells that lose, and the other way round.
      return room(-1) + room(1) >= (index === 0 ? width : protection)
    })
  }
}

/** Every choice of one item of each list. */
function combinations<Item>(lists: readonly (readonly Item[])[]): Item[][] {
  return lists.reduce<Item[][]>((chosen, list) => chosen.flatMap((begun) => list.map((item) => [...begun, item])), [[]])
}
