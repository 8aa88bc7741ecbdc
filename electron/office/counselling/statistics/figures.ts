import { figureTable } from '../../../../shared/counselling/statistics/table.ts'
import type { AxisPlan, Tally } from '../../../../shared/counselling/statistics/tally.ts'
import { dimensionIds, type DimensionId } from '../../../../shared/counselling/statistics/dimensions.ts'
import type { FigureSource, FigureTable, FigureTotals, MeasureId, TableRequest } from '../../../../shared/counselling/statistics/model.ts'
import { isSmall, type Threshold } from '../../../../shared/statistics/disclosure.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { expectLargeEnough } from '../../policy.ts'
import type { CounsellingDesk } from '../../session.ts'
import { seesEveryCase } from '../access/repository.ts'
import { readContactFacts, type Period } from './rows.ts'
import { frozenTables } from './snapshots.ts'
import { byGroups, checkedPeriod, tallyOf, transposed, yearBefore } from './tallying.ts'

/** Dimensions of the overview: all of which a contact has one value, by groups where there are any. */
const overviewDimensions = dimensionIds.filter((dimension) => dimension !== 'mention')

/**
 * Figures that could tell of single people are for the Leitung, who sees every case anyway.
 * @throws OfficeError `forbidden`; `policy` for fewer people than IT allows
 */
export function expectThreshold(desk: CounsellingDesk, threshold: Threshold | null): void {
  expectLargeEnough(threshold)
  if (threshold !== null || seesEveryCase(desk.person)) return
  throw new OfficeError('forbidden', { detail: 'Interne Zahlen ohne Schutz kleiner Fallzahlen sieht nur die Leitung.' })
}

/** Totals of a source, of the period a year before (null for a frozen year), and all simple tables. @throws OfficeError `forbidden`, `invalid`, `not-found` */
export async function getOverview(
  desk: CounsellingDesk, { source, threshold, measures }: { source: FigureSource; threshold: Threshold | null; measures: readonly MeasureId[] },
): Promise<{ totals: FigureTotals; before: FigureTotals | null; tables: FigureTable[] }> {
  expectThreshold(desk, threshold)
  const tallies = await simpleTallies(desk, source)
  const tables = tallies.map((tally) => figureTable(tally, measures, threshold, false))
  const before = source.kind === 'frozen' ? null : totalsOf(await oneTally(desk, yearBefore(source), ['caseKind']), threshold)
  return { totals: totalsOf(tallies.find(({ axes }) => axes[0]?.dimension === 'caseKind'), threshold), before, tables }
}

/** One tally per dimension. */
export async function simpleTallies(desk: CounsellingDesk, source: FigureSource): Promise<Tally[]> {
  if (source.kind === 'frozen') return (await frozenTables(desk, source.id)).filter(({ axes }) => axes.length === 1 && axes[0]?.dimension !== 'mention').map((tally) => byGroups(tally))
  const period = checkedPeriod(source)
  const facts = await readContactFacts(desk.database.read, period, overviewDimensions)
  return overviewDimensions.map((dimension) => tallyOf(facts, [{ dimension, groupsOnly: dimension !== 'month' }], period))
}

/** A table and, if wanted, the same of a year before. @throws OfficeError `forbidden`, `invalid`, `not-found` */
export async function getTables(
  desk: CounsellingDesk, request: TableRequest, compare: boolean,
): Promise<{ table: FigureTable; before: FigureTable | null }> {
  const { source, threshold, measures, filters } = request
  expectThreshold(desk, threshold)
  const plans = request.dimensions
  const narrowed = filters.length > 0
  if (source.kind === 'frozen') {
    if (narrowed) throw new OfficeError('invalid', { detail: 'In einem eingefrorenen Jahr lässt sich nicht filtern.' })
    return { table: figureTable(await frozenTally(desk, source.id, plans), measures, threshold, false), before: null }
  }
  const period = checkedPeriod(source)
  const asked = plans.map(({ dimension }) => dimension)
  const facts = await readContactFacts(desk.database.read, period, asked, filters)
  const table = figureTable(tallyOf(facts, plans, period), measures, threshold, narrowed)
  if (!compare) return { table, before: null }
  const earlier = yearBefore(period)
  const then = await readContactFacts(desk.database.read, earlier, asked, filters)
  return { table, before: figureTable(tallyOf(then, plans, earlier), measures, threshold, narrowed) }
}

async function oneTally(desk: CounsellingDesk, period: Period, asked: readonly DimensionId[]): Promise<Tally> {
  return tallyOf(await readContactFacts(desk.database.read, period, asked), asked.map((dimension) => ({ dimension, groupsOnly: true })), period)
}

async function frozenTally(desk: CounsellingDesk, id: string, plans: readonly AxisPlan[]): Promise<Tally> {
  const tables = await frozenTables(desk, id)
  const along = (wanted: readonly AxisPlan[]): Tally | undefined =>
    tables.find(({ axes }) => axes.length === wanted.length && axes.every(({ dimension }, at) => dimension === wanted[at]?.dimension))
  const turned = plans.length === 2 ? along(plans.toReversed()) : undefined
  const found = along(plans) ?? (turned && transposed(turned))
  if (!found) throw new OfficeError('invalid', { detail: 'Eingefroren sind einfache Tabellen und Kreuztabellen zweier Merkmale nach Gruppen. Diese Tabelle ist nicht dabei.' })
  return plans[0]?.groupsOnly && plans.length === 1 ? byGroups(found) : found
}

function totalsOf(tally: Tally | undefined, threshold: Threshold | null): FigureTotals {
  const at = (figures: readonly number[] | undefined): number => figures?.[0] ?? 0
  const anonymous = at(tally?.contributors) - at(tally?.cases)
  const hidden = threshold !== null && isSmall({ value: at(tally?.contacts), contributors: at(tally?.contributors), largest: at(tally?.largest) }, threshold)
  const few = (figure: number): number | null => (hidden || (threshold !== null && figure > 0 && figure < threshold) ? null : figure)
  return { contacts: few(at(tally?.contacts)), cases: few(at(tally?.cases)), persons: few(at(tally?.persons)), minutes: hidden ? null : at(tally?.minutes), anonymous: few(anonymous) }
}
