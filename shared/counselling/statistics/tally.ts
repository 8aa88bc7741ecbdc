import type { Axis } from '../../statistics/axis.ts'
import { cellAt, cellCount, cellsOf, pathOf } from '../../statistics/axis.ts'
import { categoryLabel, dimensions, isUnknown, orderOf, pathOfCode, restCode, type DimensionId } from './dimensions.ts'

/** One value per contact: numbers into the list of the values that occur. */
export interface FactColumn {
  readonly dimension: DimensionId
  readonly codes: readonly string[]
  readonly values: Int32Array
}

/**
 * Contacts column by column, those of one case or anonymous visit together: counted in one pass, a year of a large office takes some
 * ten milliseconds.
 */
export interface ContactFacts {
  readonly length: number
  /** Number of the case or anonymous visit that a contact is of. */
  readonly contributors: Int32Array
  /** By the number of the contributor: whether it is a case, and how many people are behind it. */
  readonly isCase: readonly boolean[]
  readonly persons: readonly number[]
  readonly minutes: Int32Array
  readonly columns: readonly FactColumn[]
}

/** A category of an axis. */
export interface TallyNode {
  readonly code: string
  readonly label: string
  readonly unknown: boolean
}

/** One dimension of a tally; node 0 is the total. */
export interface TallyAxis extends Axis {
  readonly dimension: DimensionId
  readonly nodes: readonly TallyNode[]
}

/** Figures of all cells, sums included; they count every case once per cell, so sums of cases may be less than their parts. */
export interface Tally {
  readonly axes: readonly TallyAxis[]
  readonly contacts: readonly number[]
  readonly cases: readonly number[]
  readonly persons: readonly number[]
  readonly minutes: readonly number[]
  /** Cases and anonymous consultations behind a cell, and the most contacts of one of them. */
  readonly contributors: readonly number[]
  readonly largest: readonly number[]
}

/** How a dimension is shown. */
export interface AxisPlan {
  readonly dimension: DimensionId
  /** Only the groups, without the single values below them. */
  readonly groupsOnly: boolean
}

/** Larger tables can't be read, and not protected in reasonable time. */
export const maxCells = 60_000

/**
 * Makes the axis of a dimension for the codes that occur, in the usual order. A group whose only value is „without" becomes a value
 * itself.
 */
export function axisFor({ dimension, groupsOnly }: AxisPlan, codes: Iterable<string>): TallyAxis {
  const paths = [...new Set(codes)].map((code) => pathOfCode(dimension, code))
  const byGroup = new Map<string, string[]>()
  for (const [group, value] of paths) {
    const values = byGroup.get(group ?? '') ?? []
    if (value !== undefined && !groupsOnly) values.push(value)
    byGroup.set(group ?? '', values)
  }
  const inOrder = (list: Iterable<string>): string[] =>
    [...list].sort((a, b) => orderOf(dimension, a) - orderOf(dimension, b) || categoryLabel(dimension, a).localeCompare(categoryLabel(dimension, b), 'de'))
  const nodes: TallyNode[] = [node(dimension, '')]
  const parents: number[] = [-1]
  for (const group of inOrder(byGroup.keys())) {
    const at = nodes.length
    nodes.push(node(dimension, group))
    parents.push(0)
    const values = inOrder(byGroup.get(group) ?? [])
    if (values.length === 1 && values[0] === `${group}.`) continue
    for (const value of values) {
      nodes.push(node(dimension, value))
      parents.push(at)
    }
  }
  return { dimension, parents, nodes }
}

function node(dimension: DimensionId, code: string): TallyNode {
  return { code, label: code === '' ? 'insgesamt' : categoryLabel(dimension, code), unknown: code !== '' && isUnknown(dimension, code) }
}

/** The node of a code: the value itself, or its group where values aren't shown; undefined for a code that the axis doesn't know. */
function nodeOfCode(axis: TallyAxis, index: ReadonlyMap<string, number>, code: string): number | undefined {
  const [group, value] = pathOfCode(axis.dimension, code)
  return index.get(value ?? group ?? '') ?? index.get(group ?? '')
}

/** Counts contacts along the axes by the columns of the same order. @throws RangeError for more than {@link maxCells} */
export function tallyFacts(facts: ContactFacts, columns: readonly FactColumn[], axes: readonly TallyAxis[]): Tally {
  const size = cellCount(axes)
  if (size > maxCells) throw new RangeError('The table has too many cells.')
  const zeros = (): number[] => Array.from({ length: size }, () => 0)
  const [contacts, cases, persons, minutes, contributors, largest, own] = [zeros(), zeros(), zeros(), zeros(), zeros(), zeros(), zeros()]
  const cellsOfContact = cellFinder(columns, axes)
  // Contacts of a contributor stand together: a cell that last saw another one begins anew.
  const seen = new Int32Array(size).fill(-1)
  for (let at = 0; at < facts.length; at += 1) {
    const contributor = facts.contributors[at] as number
    const duration = facts.minutes[at] as number
    for (const cell of cellsOfContact(at)) {
      contacts[cell] = (contacts[cell] as number) + 1
      minutes[cell] = (minutes[cell] as number) + duration
      if (seen[cell] !== contributor) {
        seen[cell] = contributor
        own[cell] = 0
        contributors[cell] = (contributors[cell] as number) + 1
        if (facts.isCase[contributor]) cases[cell] = (cases[cell] as number) + 1
        persons[cell] = (persons[cell] as number) + (facts.persons[contributor] as number)
      }
      const mine = (own[cell] as number) + 1
      own[cell] = mine
      if (mine > (largest[cell] as number)) largest[cell] = mine
    }
  }
  return { axes, contacts, cases, persons, minutes, contributors, largest }
}

/** Gives the cells that a contact counts in; those of a combination of values are looked up once. */
function cellFinder(columns: readonly FactColumn[], axes: readonly TallyAxis[]): (at: number) => readonly number[] {
  const nodes = axes.map((axis, index) => {
    const byCode = new Map(axis.nodes.map(({ code }, at) => [code, at]))
    return (columns[index]?.codes ?? []).map((code) => nodeOfCode(axis, byCode, code))
  })
  const find = (values: readonly number[]): readonly number[] => {
    const chosen = values.map((value, index) => nodes[index]?.[value])
    return chosen.includes(undefined) ? [] : cellsOf(axes, chosen.map((node, index) => pathOf(axes[index] as TallyAxis, node as number)))
  }
  const [only, ...others] = columns
  if (only && others.length === 0) {
    const cells = only.codes.map((_, value) => find([value]))
    return (at) => cells[only.values[at] as number] ?? []
  }
  const known = new Map<number, readonly number[]>()
  return (at) => {
    let key = 0
    for (const column of columns) key = key * (column.codes.length + 1) + (column.values[at] as number)
    const cells = known.get(key) ?? find(columns.map((column) => column.values[at] as number))
    known.set(key, cells)
    return cells
  }
}

/**
 * Puts values together that fewer than `k` people stand behind („übrige Länder", within their region; „übriges Kreisgebiet"). Exact
 * for dimensions of which a case has one value only, and these alone are put together.
 */
export function withRests(tally: Tally, k: number): Tally {
  return tally.axes.reduce((merged, { dimension }, index) => (dimensions[dimension].rest === undefined ? merged : mergeAxis(merged, index, k)), tally)
}

function mergeAxis(tally: Tally, index: number, k: number): Tally {
  const axis = tally.axes[index] as TallyAxis
  const inner = new Set(axis.parents)
  const total = tally.axes.map(() => 0)
  const small = axis.nodes.flatMap((one, at) => {
    const isLeaf = at > 0 && !inner.has(at)
    // A region is a group of its own and too coarse for another rest.
    const mayGo = isLeaf && !one.unknown && (dimensions[axis.dimension].grouped === undefined || axis.parents[at] !== 0)
    return mayGo && (tally.contributors[cellAt(tally.axes, total.with(index, at))] ?? 0) < k ? [at] : []
  })
  if (small.length === 0) return tally
  const { merged, target } = mergedAxis(axis, new Set(small))
  const axes = tally.axes.with(index, merged)
  const size = cellCount(axes)
  const from = Array.from({ length: cellCount(tally.axes) }, (_, cell) => cell)
  const stride = tally.axes.slice(index + 1).reduce((product, { parents }) => product * parents.length, 1)
  const length = axis.parents.length
  const place = (cell: number): number => {
    const after = cell % stride
    const own = Math.floor(cell / stride) % length
    const before = Math.floor(cell / (stride * length))
    return (before * merged.parents.length + (target[own] ?? 0)) * stride + after
  }
  const collect = (figures: readonly number[], join: (a: number, b: number) => number): number[] => {
    const result = Array.from({ length: size }, () => 0)
    for (const cell of from) result[place(cell)] = join(result[place(cell)] ?? 0, figures[cell] ?? 0)
    return result
  }
  const sum = (a: number, b: number): number => a + b
  return {
    axes,
    contacts: collect(tally.contacts, sum), cases: collect(tally.cases, sum), persons: collect(tally.persons, sum),
    minutes: collect(tally.minutes, sum), contributors: collect(tally.contributors, sum), largest: collect(tally.largest, Math.max),
  }
}

/** The axis without the small values, with one rest per parent, and where each old node has gone. */
function mergedAxis(axis: TallyAxis, small: ReadonlySet<number>): { merged: TallyAxis; target: number[] } {
  const nodes: TallyNode[] = []
  const parents: number[] = []
  const target: number[] = []
  const rests = new Map<number, number>()
  const add = (code: TallyNode, parent: number): number => {
    nodes.push(code)
    parents.push(parent)
    return nodes.length - 1
  }
  for (const [at, one] of axis.nodes.entries()) {
    const parent = at === 0 ? -1 : (target[axis.parents[at] ?? 0] ?? 0)
    if (!small.has(at)) {
      target[at] = add(one, parent)
      continue
    }
    const rest = rests.get(parent) ?? add(node(axis.dimension, `${parent === 0 ? '' : (nodes[parent]?.code ?? '')}${restCode}`), parent)
    rests.set(parent, rest)
    target[at] = rest
  }
  return { merged: { dimension: axis.dimension, nodes, parents }, target }
}
