import { sourceKinds, type SourceKind } from '../../../../shared/events/money/catalogue.ts'
import type { EventMoney } from '../../../../shared/events/money/model.ts'
import { moneySummary, type MoneySummary, type PlanActual } from '../../../../shared/events/money/summary.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { OfficeDesk } from '../../session.ts'
import type { EventPart } from '../parts.ts'
import { eventsOfSeries, moneyRows, papersOfEvent, readMoney } from './repository.ts'

/** „Geld" as part of an event. */
export const moneyPart: EventPart<EventMoney> = {
  label: 'Geld',
  key: 'event-money',
  async read(database, eventId) {
    return (await readMoney(database, [eventId])).get(eventId) ?? { sources: [], lines: [], receipts: [] }
  },
  async write(transaction, eventId, money, personId) {
    const rows = moneyRows(eventId, money)
    const kept = new Set(rows.receipts.map(({ id }) => id))
    const papers = await papersOfEvent(transaction.database, eventId)
    // A paper goes to the trash with its receipt, in the same step.
    for (const { id, receiptId } of papers) if (!kept.has(receiptId)) await transaction.trash({ type: 'document', id }, personId)
    await transaction.replaceRows('event_fund', 'event_id', eventId, rows.sources)
    await transaction.replaceRows('event_budget_line', 'event_id', eventId, rows.lines)
    await transaction.replaceRows('event_receipt', 'event_id', eventId, rows.receipts)
  },
  ids: ({ sources, lines, receipts }) => [...sources, ...lines, ...receipts].map(({ id }) => id),
}

/** Sums by kind of source. `actualCents` is what came in, `usedCents` what was spent from it. */
export type SourceKindSum = PlanActual & { kind: SourceKind; usedCents: number }

/** What an event costs and who pays for it, in cents. */
export interface MoneyOfEvent {
  expense: PlanActual
  income: PlanActual
  /** By kind of source, those that are used. */
  bySource: SourceKindSum[]
}

/**
 * Plan and actual of events, by their id, in cents; for figures and reports. Each id asked for is in the answer, with zeros where an
 * event has no budget.
 */
export async function moneyOfEvents(database: ReadDatabase<OfficeSchema>, ids: readonly string[]): Promise<Map<string, MoneyOfEvent>> {
  const money = await readMoney(database, ids)
  return new Map([...money].map(([id, of]) => [id, sumsOf([moneySummary(of)])]))
}

/** The budgets of a series, event by event and together. */
export async function moneyOfSeries(desk: OfficeDesk, seriesId: string): Promise<MoneyOfEvent & { events: { id: string; title: string; startsOn: string | null; expense: PlanActual; income: PlanActual }[] }> {
  const events = await eventsOfSeries(desk.database.read, seriesId)
  const money = await readMoney(desk.database.read, events.map(({ id }) => id))
  const sums = events.flatMap((event) => {
    const of = money.get(event.id)
    return of ? [{ event, summary: moneySummary(of) }] : []
  })
  return { events: sums.map(({ event, summary: { expense, income } }) => ({ ...event, expense, income })), ...sumsOf(sums.map(({ summary }) => summary)) }
}

function sumsOf(summaries: readonly MoneySummary[]): MoneyOfEvent {
  const added = (parts: readonly PlanActual[]): PlanActual => ({
    plannedCents: parts.reduce((sum, { plannedCents }) => sum + plannedCents, 0), actualCents: parts.reduce((sum, { actualCents }) => sum + actualCents, 0),
  })
  const sources = summaries.flatMap((summary) => summary.sources)
  return {
    expense: added(summaries.map(({ expense }) => expense)), income: added(summaries.map(({ income }) => income)),
    bySource: sourceKinds.flatMap((kind) => {
      const of = sources.filter(({ source }) => source.kind === kind)
      return of.length === 0 ? [] : [{ kind, ...added(of), usedCents: of.reduce((sum, { usedCents }) => sum + usedCents, 0) }]
    }),
  }
}
