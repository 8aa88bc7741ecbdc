import { cellAt, cellCount, nodesOf, type Axis } from './axis.ts'

/**
 * What somebody can find out about the hidden cells of a published table who adds up and subtracts: the least and the largest
 * value that each may have, by linear programming over all sums of the table, knowing that no figure is negative.
 */
export function attack(axes: readonly Axis[], values: readonly number[], hidden: ReadonlySet<number>): Map<number, { low: number; high: number }> {
  const unknowns = [...hidden]
  const { rows, sides } = equations(axes, values, hidden, unknowns)
  return new Map(unknowns.map((cell, index) => {
    const aim = unknowns.map((_, at) => (at === index ? 1 : 0))
    return [cell, { low: -maximum(rows, sides, aim.map((one) => -one)), high: maximum(rows, sides, aim) }]
  }))
}

/** Every sum of the table as an equation of the unknown cells. */
function equations(axes: readonly Axis[], values: readonly number[], hidden: ReadonlySet<number>, unknowns: readonly number[]) {
  const rows: number[][] = []
  const sides: number[] = []
  for (let cell = 0; cell < cellCount(axes); cell += 1) {
    const nodes = nodesOf(axes, cell)
    for (const [axis, { parents }] of axes.entries()) {
      const children = parents.flatMap((parent, node) => (parent === nodes[axis] ? [cellAt(axes, nodes.map((own, at) => (at === axis ? node : own)))] : []))
      if (children.length === 0) continue
      const row = unknowns.map((unknown) => (children.includes(unknown) ? 1 : 0) - (unknown === cell ? 1 : 0))
      const known = (at: number): number => (hidden.has(at) ? 0 : (values[at] ?? 0))
      const side = known(cell) - children.reduce((sum, child) => sum + known(child), 0)
      if (row.some((factor) => factor !== 0)) {
        rows.push(side < 0 ? row.map((factor) => -factor) : row)
        sides.push(Math.abs(side))
      }
    }
  }
  return { rows, sides }
}

const tiny = 1e-7

/** The largest value of `aim` over x ≥ 0 with `rows` x = `sides` (≥ 0): two-phase simplex by Bland's rule. */
function maximum(rows: readonly number[][], sides: readonly number[], aim: readonly number[]): number {
  const width = aim.length
  const table = rows.map((row, at) => [...row, ...rows.map((_, other) => (other === at ? 1 : 0)), sides[at] ?? 0])
  const basis = rows.map((_, at) => width + at)
  if (solve(table, basis, [...aim.map(() => 0), ...rows.map(() => -1)], width + rows.length) < -1e-5) throw new Error('The table contradicts itself.')
  // Artificial variables that stayed in the basis at 0 are driven out where that is possible.
  for (const [at, variable] of basis.entries()) {
    if (variable < width) continue
    const column = (table[at] ?? []).findIndex((factor, index) => index < width && Math.abs(factor) > tiny)
    if (column >= 0) pivot(table, basis, at, column)
  }
  return solve(table, basis, [...aim, ...rows.map(() => 0)], width)
}

function solve(table: number[][], basis: number[], aim: readonly number[], width: number): number {
  for (let steps = 0; steps < 20_000; steps += 1) {
    let entering = -1
    for (let column = 0; column < width && entering < 0; column += 1) {
      const gain = (aim[column] ?? 0) - table.reduce((sum, row, at) => sum + (aim[basis[at] ?? 0] ?? 0) * (row[column] ?? 0), 0)
      if (gain > tiny) entering = column
    }
    if (entering < 0) return table.reduce((sum, row, at) => sum + (aim[basis[at] ?? 0] ?? 0) * (row.at(-1) ?? 0), 0)
    let leaving = -1
    let least = Number.POSITIVE_INFINITY
    for (const [at, row] of table.entries()) {
      const factor = row[entering] ?? 0
      if (factor <= tiny) continue
      const ratio = (row.at(-1) ?? 0) / factor
      if (ratio < least - tiny || (ratio < least + tiny && leaving >= 0 && (basis[at] ?? 0) < (basis[leaving] ?? 0))) {
        least = Math.min(least, ratio)
        leaving = at
      }
    }
    if (leaving < 0) return Number.POSITIVE_INFINITY
    pivot(table, basis, leaving, entering)
  }
  throw new Error('The search for bounds did not end.')
}

function pivot(table: number[][], basis: number[], at: number, column: number): void {
  const own = table[at] ?? []
  const factor = own[column] ?? 1
  for (const index of own.keys()) own[index] = (own[index] ?? 0) / factor
  for (const [other, row] of table.entries()) {
    const share = row[column] ?? 0
    if (other === at || share === 0) continue
    for (const index of row.keys()) row[index] = (row[index] ?? 0) - share * (own[index] ?? 0)
  }
  basis[at] = column
}
