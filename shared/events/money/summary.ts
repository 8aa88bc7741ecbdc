import type { BudgetLine, EventMoney, Source } from './model.ts'

/** Plan and actual in cents. */
export interface PlanActual {
  plannedCents: number
  actualCents: number
}

/** What a source gives and what was spent from it. */
export interface SourceSum extends PlanActual {
  source: Source
  /** Spent from it. `actualCents` is what came in. */
  usedCents: number
  /** Of the lines of the budget that are meant to be paid from it. */
  allottedCents: number
  /** Granted (or planned) and not spent; below zero when more was spent than there is. */
  remainingCents: number
}

/** The sums of an event. */
export interface MoneySummary {
  expense: PlanActual
  income: PlanActual
  lines: (PlanActual & { line: BudgetLine })[]
  sources: SourceSum[]
  /** Spent without a line of the budget, and without a source. */
  withoutLineCents: number
  withoutSourceCents: number
  /** Planned means less planned spending; below zero when the plan isn't covered. */
  coverCents: number
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** What a source counts for in the plan: what was granted, before that what was asked for. */
export function grantedCents({ approvedCents, plannedCents }: Pick<Source, 'approvedCents' | 'plannedCents'>): number {
  return approvedCents ?? plannedCents
}

/** Own means and things given come in as they are used; all others by what is paid in. */
export function comesAsUsed({ kind }: Pick<Source, 'kind'>): boolean {
  return kind === 'own' || kind === 'in-kind'
}

/** The sums of an event's money. */
export function moneySummary({ sources, lines, receipts }: EventMoney): MoneySummary {
  const spent = receipts.filter(({ direction }) => direction === 'expense')
  const received = receipts.filter(({ direction }) => direction === 'income')
  const lineSums = lines.map((line) => ({ line, plannedCents: line.plannedCents, actualCents: sum(spent.filter(({ lineId }) => lineId === line.id).map(({ amountCents }) => amountCents)) }))
  const sourceSums = sources.map((source): SourceSum => {
    const usedCents = sum(spent.filter(({ sourceId }) => sourceId === source.id).map(({ amountCents }) => amountCents))
    const paidIn = sum(received.filter(({ sourceId }) => sourceId === source.id).map(({ amountCents }) => amountCents))
    return {
      source, usedCents, plannedCents: grantedCents(source), actualCents: comesAsUsed(source) ? usedCents : paidIn, remainingCents: grantedCents(source) - usedCents,
      allottedCents: sum(lines.filter(({ sourceId }) => sourceId === source.id).map(({ plannedCents }) => plannedCents)),
    }
  })
  const known = { lines: new Set(lines.map(({ id }) => id)), sources: new Set(sources.map(({ id }) => id)) }
  const expense = { plannedCents: sum(lines.map(({ plannedCents }) => plannedCents)), actualCents: sum(spent.map(({ amountCents }) => amountCents)) }
  const strayIncome = sum(received.filter(({ sourceId }) => sourceId === null || !known.sources.has(sourceId)).map(({ amountCents }) => amountCents))
  const income = { plannedCents: sum(sourceSums.map(({ plannedCents }) => plannedCents)), actualCents: sum(sourceSums.map(({ actualCents }) => actualCents)) + strayIncome }
  return {
    expense, income, lines: lineSums, sources: sourceSums, coverCents: income.plannedCents - expense.plannedCents,
    withoutLineCents: sum(spent.filter(({ lineId }) => lineId === null || !known.lines.has(lineId)).map(({ amountCents }) => amountCents)),
    withoutSourceCents: sum(spent.filter(({ sourceId }) => sourceId === null || !known.sources.has(sourceId)).map(({ amountCents }) => amountCents)),
  }
}
