import { cellAt } from '../../statistics/axis.ts'
import { germanDate } from '../../dates.ts'
import { categoryLabel, dimensions } from './dimensions.ts'
import { definitions, measureLabels, type FigureAxis, type FigureFilter, type FigureTable, type MeasureId } from './model.ts'
import { axisLines, type AxisLine } from './table.ts'

/** What stands for a figure that isn't shown. */
export const hiddenSign = '•'

/** A line of a table on paper. */
export interface PrintedRow {
  /** How far in the first cell stands. */
  readonly depth: number
  readonly isTotal: boolean
  /** Texts of the categories, then figures; {@link hiddenSign} for what isn't shown. */
  readonly cells: readonly (string | number)[]
}

/** A table as it is written to a file or shown: what is hidden is no longer in it. */
export interface PrintedTable {
  readonly title: string
  readonly headings: readonly string[]
  /** How many of the first columns are words. */
  readonly words: number
  readonly rows: readonly PrintedRow[]
}

const share = new Intl.NumberFormat('de-DE', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Minutes as hours, rounded to a tenth. */
export function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10
}

/** A figure as it is read: hours for minutes. */
export function figureOf(measure: MeasureId, value: number): number {
  return measure === 'minutes' ? hours(value) : value
}

/** „Hauptthema × Kanal" */
export function tableTitle(table: Pick<FigureTable, 'axes'>): string {
  return table.axes.map(({ dimension }) => dimensions[dimension].label).join(' × ')
}

/** A table of one, two or three dimensions; from two on only its first measure. */
export function printedTable(table: FigureTable): PrintedTable {
  const [first, second, third] = table.axes
  if (!first) throw new RangeError('A table needs a dimension.')
  if (third && second) return threeDimensions(table, first, second, third)
  return second ? twoDimensions(table, first, second) : oneDimension(table, first)
}

function oneDimension(table: FigureTable, axis: FigureAxis): PrintedTable {
  const total = table.cells[0]?.[0] ?? null
  const row = ({ node, depth }: AxisLine): PrintedRow => {
    const cell = table.cells[node] ?? null
    const figures = table.measures.map((measure, at) => (cell === null ? hiddenSign : figureOf(measure, cell[at] ?? 0)))
    const part = cell === null || total === null ? hiddenSign : total === 0 ? '–' : share.format((cell[0] ?? 0) / total)
    return { depth, isTotal: node === 0, cells: [axis.nodes[node]?.label ?? '', ...figures, part] }
  }
  return {
    title: tableTitle(table), words: 1,
    headings: [dimensions[axis.dimension].label, ...table.measures.map((measure) => measureLabels[measure]), `Anteil ${measureLabels[table.measures[0] ?? 'contacts']}`],
    rows: [...axisLines(axis, (node) => table.cells[node]?.[0] ?? null), { node: 0, depth: 0 }].map(row),
  }
}

/** The nodes of an axis in order of reading and its total, by the figures beside the totals of all others. */
function linesWithTotal(table: FigureTable, index: number): AxisLine[] {
  const axis = table.axes[index]
  if (!axis) return []
  const marginal = (node: number): number | null => table.cells[cellAt(sizes(table), table.axes.map((_, at) => (at === index ? node : 0)))]?.[0] ?? null
  return [...axisLines(axis, marginal), { node: 0, depth: 0 }]
}

function sizes(table: FigureTable): { parents: number[] }[] {
  return table.axes.map(({ nodes }) => ({ parents: nodes.map(({ parent }) => parent) }))
}

function read(table: FigureTable, nodes: readonly number[]): string | number {
  const cell = table.cells[cellAt(sizes(table), nodes)] ?? null
  return cell === null ? hiddenSign : figureOf(table.measures[0] ?? 'contacts', cell[0] ?? 0)
}

function twoDimensions(table: FigureTable, first: FigureAxis, second: FigureAxis): PrintedTable {
  const columns = linesWithTotal(table, 1)
  return {
    title: tableTitle(table), words: 1,
    headings: [dimensions[first.dimension].label, ...columns.map(({ node }) => second.nodes[node]?.label ?? '')],
    rows: linesWithTotal(table, 0).map(({ node, depth }) => ({
      depth, isTotal: node === 0, cells: [first.nodes[node]?.label ?? '', ...columns.map((column) => read(table, [node, column.node]))],
    })),
  }
}

function threeDimensions(table: FigureTable, first: FigureAxis, second: FigureAxis, third: FigureAxis): PrintedTable {
  const columns = linesWithTotal(table, 2)
  return {
    title: tableTitle(table), words: 2,
    headings: [dimensions[first.dimension].label, dimensions[second.dimension].label, ...columns.map(({ node }) => third.nodes[node]?.label ?? '')],
    rows: linesWithTotal(table, 0).flatMap((outer) => linesWithTotal(table, 1).map((inner) => ({
      depth: outer.depth, isTotal: outer.node === 0 && inner.node === 0,
      cells: [first.nodes[outer.node]?.label ?? '', second.nodes[inner.node]?.label ?? '', ...columns.map((column) => read(table, [outer.node, inner.node, column.node]))],
    }))),
  }
}

/** „01.01.2026 bis 31.12.2026", or the year, quarter or month that it is. */
export function periodLabel(from: string, to: string): string {
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `Jahr ${year}`
  return `${germanDate(from)} bis ${germanDate(to)}`
}

/** „Herkunft: Westasien" for each filter. */
export function filterLabels(filters: readonly FigureFilter[]): string[] {
  return filters.map(({ dimension, code }) => `nur ${dimensions[dimension].label}: ${categoryLabel(dimension, code)}`)
}

/** What is printed below a table: what the figures mean, and what isn't shown and why. */
export function footnotes(table: Pick<FigureTable, 'threshold' | 'hidden' | 'withheld' | 'measures' | 'axes'>): string[] {
  const meaning = table.measures.map((measure) => definitions[measure])
  const several = table.axes.some(({ dimension }) => dimension === 'mention') ? ['Ein Kontakt zählt bei jedem genannten Thema; die Summe ist die Zahl der Nennungen.'] : []
  return [...suppressionNote(table), ...several, ...meaning]
}

/** The sentence about what isn't shown; for internal figures, that they are internal. */
export function suppressionNote({ threshold, hidden, withheld }: Pick<FigureTable, 'threshold' | 'hidden' | 'withheld'>): string[] {
  if (threshold === null) return ['Nur intern: ohne Schutz kleiner Fallzahlen. Nicht weitergeben, nicht veröffentlichen.']
  if (withheld) return [`Die Zahlen sind zu klein, um sie einzeln zu zeigen: Hinter ihnen stünden weniger als ${threshold} Personen oder Fälle, und sie ließen sich aus der Summe errechnen.`]
  if (hidden === 0) return [`Geprüft: Hinter jeder Zahl stehen mindestens ${threshold} Personen oder Fälle.`]
  const cells = hidden === 1 ? '1 Feld ist' : `${hidden} Felder sind`
  return [`${hiddenSign} = nicht ausgewiesen. ${cells} nicht ausgewiesen: weil weniger als ${threshold} Personen oder Fälle dahinterstehen, weil eine Gruppe als Ganzes erkennbar wäre oder damit sich solche Zahlen nicht aus den Summen errechnen lassen.`]
}
