import { dimensions } from '../../../../shared/counselling/statistics/dimensions.ts'
import { axisFor, maxCells, tallyFacts, type AxisPlan, type ContactFacts, type FactColumn, type Tally } from '../../../../shared/counselling/statistics/tally.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { cellCount } from '../../../../shared/statistics/axis.ts'
import type { Period } from './rows.ts'

/** Counts contacts by one dimension or several, whose columns the facts have. @throws OfficeError `invalid` when there are too many cells */
export function tallyOf(facts: ContactFacts, plans: readonly AxisPlan[], period: Period): Tally {
  const columns = plans.map(({ dimension }) => facts.columns.find((column) => column.dimension === dimension) as FactColumn)
  const axes = plans.map((plan, at) => axisFor(plan, [...(columns[at]?.codes ?? []), ...(plan.dimension === 'month' ? monthsOf(period) : [])]))
  if (cellCount(axes) > maxCells) {
    throw new OfficeError('invalid', { detail: 'Diese Tabelle hätte mehr Felder, als sich lesen und schützen lassen. Bitte Gruppen statt einzelner Werte oder ein Merkmal weniger wählen.' })
  }
  return tallyFacts(facts, columns, axes)
}

/** All months of a period, so that one without contacts is seen. */
function monthsOf({ from, to }: Period): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (let one = from.slice(0, 7); one <= to.slice(0, 7) && months.length < 240; one = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(one)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return months
}

/** A simple tally without the values below the groups. */
export function byGroups(tally: Tally): Tally {
  const [axis] = tally.axes
  if (!axis || dimensions[axis.dimension].grouped === undefined || axis.dimension === 'month') return tally
  const kept = axis.parents.flatMap((parent, node) => (parent <= 0 ? [node] : []))
  const pick = <Item>(list: readonly Item[]): Item[] => kept.map((node) => list[node] as Item)
  return {
    axes: [{ dimension: axis.dimension, nodes: pick(axis.nodes), parents: kept.map((_, at) => (at === 0 ? -1 : 0)) }],
    contacts: pick(tally.contacts), cases: pick(tally.cases), persons: pick(tally.persons), minutes: pick(tally.minutes),
    contributors: pick(tally.contributors), largest: pick(tally.largest),
  }
}

/** The same table with rows and columns exchanged. */
export function transposed(tally: Tally): Tally {
  const [rows, columns] = tally.axes
  if (!rows || !columns) return tally
  const turn = (figures: readonly number[]): number[] =>
    columns.parents.flatMap((_, column) => rows.parents.map((__, row) => figures[row * columns.parents.length + column] ?? 0))
  return {
    axes: [columns, rows], contacts: turn(tally.contacts), cases: turn(tally.cases), persons: turn(tally.persons), minutes: turn(tally.minutes),
    contributors: turn(tally.contributors), largest: turn(tally.largest),
  }
}

/** The same days of the year before; the 29 February becomes the 28. */
export function yearBefore({ from, to }: Period): Period {
  const back = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`
  return { from: back(from), to: back(to) }
}

/** @throws OfficeError `invalid` for a period that ends before it begins */
export function checkedPeriod({ from, to }: Period): Period {
  if (to < from) throw new OfficeError('invalid', { fields: { to: 'Das Ende liegt vor dem Anfang.' } })
  return { from, to }
}

/** All days of a year. */
export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}
