import { uuidv7 } from 'uuidv7'
import type { DimensionId } from '../../../../shared/counselling/statistics/dimensions.ts'
import type { FigureFilter, FigureTable, Publication } from '../../../../shared/counselling/statistics/model.ts'
import { germanDate } from '../../../../shared/dates.ts'
import { cellCount, nodesOf } from '../../../../shared/statistics/axis.ts'
import type { CounsellingDesk } from '../../session.ts'
import type { Period } from './rows.ts'

/** So far back a new table is compared. */
const compared = 300
const listed = 100

/** What a table is of. */
export interface Published {
  title: string
  format: string
  period: Period
  filters: readonly FigureFilter[]
}

/** The figures of a table by the codes of their cell; the total has none. */
type Cells = Record<string, number>

interface Stored {
  measure: string
  shown: Cells
  /** Cells that were not shown. */
  hidden: string[]
}

/** Notes a table that leaves the office, so that a later one can be compared with it. Internal ones leave no trace: they don't leave. */
export async function notePublication(desk: CounsellingDesk, published: Published, table: FigureTable): Promise<void> {
  const { threshold } = table
  if (threshold === null) return
  await desk.database.writeUnlogged((database) => database.insertInto('statistics_publication').values({
    id: uuidv7(), at: new Date().toISOString(), by_name: desk.person.name, title: published.title, format: published.format, threshold,
    from_on: published.period.from, to_on: published.period.to, dimensions: JSON.stringify(dimensionsOf(table)), filters: JSON.stringify(published.filters),
    cells: JSON.stringify(cellsByCode(table)),
  }).execute())
}

/** What left the office, the latest first. */
export async function listPublications(desk: CounsellingDesk): Promise<Publication[]> {
  const rows = await desk.database.read.selectFrom('statistics_publication')
    .select(['id', 'at', 'by_name', 'title', 'format', 'threshold', 'from_on', 'to_on']).orderBy('at', 'desc').orderBy('id', 'desc').limit(listed).execute()
  return rows.map((row) => ({ id: row.id, at: row.at, byName: row.by_name, title: row.title, format: row.format, threshold: row.threshold, from: row.from_on, to: row.to_on }))
}

/**
 * Warns of tables that were published before and would, together with this one, tell of few people: the same contacts but for a
 * few, or the same table with other cells hidden.
 */
export async function publicationWarnings(desk: CounsellingDesk, { period, filters }: Pick<Published, 'period' | 'filters'>, table: FigureTable): Promise<string[]> {
  const { threshold } = table
  if (threshold === null) return []
  const rows = await desk.database.read.selectFrom('statistics_publication').selectAll().orderBy('at', 'desc').limit(compared).execute()
  const now = cellsByCode(table)
  const warnings: string[] = []
  for (const row of rows) {
    const earlier = JSON.parse(row.cells) as Stored
    const earlierFilters = JSON.parse(row.filters) as FigureFilter[]
    const samePeriod = row.from_on === period.from && row.to_on === period.to
    if (earlier.measure !== now.measure || !nested(period, { from: row.from_on, to: row.to_on }) || !nestedFilters(filters, earlierFilters)) continue
    const sameDimensions = row.dimensions === JSON.stringify(dimensionsOf(table))
    const name = `„${row.title}“ vom ${germanDate(row.at)} (${row.by_name})`
    const close = Object.entries(now.shown).filter(([code, figure]) => (sameDimensions || code === '') && differsByFew(figure, earlier.shown[code], threshold)).length
    if (close > 0) {
      warnings.push(`${name} weicht in ${close === 1 ? 'einer Zahl' : `${close} Zahlen`} nur um weniger als ${threshold} ab. Wer beide Tabellen hat, kann auf einzelne Personen schließen.`)
    }
    if (!sameDimensions || !samePeriod || filters.length !== earlierFilters.length) continue
    const opened = now.hidden.filter((code) => code in earlier.shown).length + earlier.hidden.filter((code) => code in now.shown).length
    if (opened > 0) warnings.push(`${name} ist dieselbe Tabelle mit anderen verborgenen Feldern. Zusammen verraten beide ${opened === 1 ? 'eine Zahl, die' : `${opened} Zahlen, die`} in einer von ihnen verborgen ${opened === 1 ? 'ist' : 'sind'}.`)
  }
  return [...new Set(warnings)]
}

function differsByFew(figure: number, before: number | undefined, threshold: number): boolean {
  return before !== undefined && figure !== before && Math.abs(figure - before) < threshold
}

/** Whether one period lies within the other: only then a difference is that of the days between them. */
function nested(a: Period, b: Period): boolean {
  return (a.from >= b.from && a.to <= b.to) || (b.from >= a.from && b.to <= a.to)
}

function nestedFilters(a: readonly FigureFilter[], b: readonly FigureFilter[]): boolean {
  const has = (list: readonly FigureFilter[], one: FigureFilter): boolean => list.some(({ dimension, code }) => dimension === one.dimension && code === one.code)
  return a.every((one) => has(b, one)) || b.every((one) => has(a, one))
}

function dimensionsOf(table: FigureTable): DimensionId[] {
  return table.axes.map(({ dimension }) => dimension)
}

function cellsByCode(table: FigureTable): Stored {
  const axes = table.axes.map(({ nodes }) => ({ parents: nodes.map(({ parent }) => parent) }))
  const shown: Cells = {}
  const hidden: string[] = []
  for (let cell = 0; cell < cellCount(axes); cell += 1) {
    const codes = nodesOf(axes, cell).map((node, at) => table.axes[at]?.nodes[node]?.code ?? '')
    const code = codes.every((one) => one === '') ? '' : codes.join('|')
    const figures = table.cells[cell]
    if (figures) shown[code] = figures[0] ?? 0
    else hidden.push(code)
  }
  return { measure: table.measures[0] ?? 'contacts', shown, hidden }
}
