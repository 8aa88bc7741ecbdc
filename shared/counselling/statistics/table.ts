import { isSmall, uniformCells, type Threshold } from '../../statistics/disclosure.ts'
import { suppress, type Measure } from '../../statistics/suppression.ts'
import { dimensions, isUnknown, orderOf } from './dimensions.ts'
import type { FigureAxis, FigureTable, MeasureId } from './model.ts'
import { withRests, type Tally, type TallyAxis } from './tally.ts'

/** Hours are shown to a tenth, so a hidden sum of minutes must leave some of them open. */
const minutesProtection = 30

/**
 * The table as it may be seen. With a threshold, figures that few people stand behind are taken out, and so many others that they
 * can't be calculated; small places and countries become one rest.
 * @param narrowed the figures are of a part of all contacts, by a filter
 */
export function figureTable(tally: Tally, measures: readonly MeasureId[], threshold: Threshold | null, narrowed: boolean): FigureTable {
  if (threshold === null) return shown(tally, measures, null, new Set(), false)
  const merged = withRests(tally, threshold)
  const { hidden, withheld } = hide(merged, measures, threshold, narrowed)
  return shown(merged, measures, threshold, hidden, withheld)
}

function hide(tally: Tally, measures: readonly MeasureId[], k: Threshold, narrowed: boolean): { hidden: ReadonlySet<number>; withheld: boolean } {
  const axes = tally.axes.map((axis) => ({
    parents: axis.parents,
    sensitive: dimensions[axis.dimension].sensitive ?? false,
    unknown: axis.nodes.map(({ unknown }) => unknown),
  }))
  const sensitive = uniformCells(axes, tally.contacts, narrowed)
  for (const [cell, value] of tally.contacts.entries()) {
    const contribution = { value, contributors: tally.contributors[cell] ?? 0, largest: tally.largest[cell] ?? 0 }
    if (isSmall(contribution, k) || countsFew(tally, measures, cell, k)) sensitive.add(cell)
  }
  const others = measures.filter((measure) => measure !== 'contacts')
  const guarded: [Measure, ...Measure[]] = [
    { values: tally.contacts, protection: k },
    ...others.map((measure) => ({ values: tally[measure], protection: measure === 'minutes' ? minutesProtection : 1 })),
  ]
  return suppress({ axes, measures: guarded, sensitive })
}

/** Whether a figure beside the contacts counts few cases or people. */
function countsFew(tally: Tally, measures: readonly MeasureId[], cell: number, k: Threshold): boolean {
  return (['cases', 'persons'] as const).some((measure) => {
    const figure = tally[measure][cell] ?? 0
    return measures.includes(measure) && figure > 0 && figure < k
  })
}

function shown(tally: Tally, measures: readonly MeasureId[], threshold: Threshold | null, hidden: ReadonlySet<number>, withheld: boolean): FigureTable {
  return {
    axes: tally.axes.map(axisOf),
    measures: [...measures],
    cells: tally.contacts.map((_, cell) => (hidden.has(cell) ? null : measures.map((measure) => tally[measure][cell] ?? 0))),
    threshold,
    hidden: hidden.size,
    withheld,
  }
}

function axisOf({ dimension, nodes, parents }: TallyAxis): FigureAxis {
  return { dimension, nodes: nodes.map(({ code, label, unknown }, at) => ({ code, label, unknown, parent: parents[at] ?? -1 })) }
}

/** A node of an axis with how deep it stands. */
export interface AxisLine {
  readonly node: number
  readonly depth: number
}

/**
 * The nodes of an axis in the order of reading, groups before their values. By size only as far as figures are shown: hidden ones
 * follow in the usual order, which says nothing about them.
 */
export function axisLines(axis: FigureAxis, figureOf: (node: number) => number | null): AxisLine[] {
  const ordered = dimensions[axis.dimension].ordered === true
  const code = (node: number): string => axis.nodes[node]?.code ?? ''
  const last = (node: number): number => (isUnknown(axis.dimension, code(node)) ? 2 : code(node).endsWith('~') ? 1 : 0)
  const below = (parent: number, depth: number): AxisLine[] => {
    const children = axis.nodes.flatMap((node, at) => (node.parent === parent ? [at] : []))
    const sorted = children.sort((a, b) =>
      last(a) - last(b)
      || (ordered ? 0 : (figureOf(b) ?? -1) - (figureOf(a) ?? -1))
      || orderOf(axis.dimension, code(a)) - orderOf(axis.dimension, code(b))
      || (axis.nodes[a]?.label ?? '').localeCompare(axis.nodes[b]?.label ?? '', 'de'))
    return sorted.flatMap((node) => [{ node, depth }, ...below(node, depth + 1)])
  }
  return below(0, 0)
}
