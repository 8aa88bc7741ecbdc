import type { BudgetLine, EventMoney, Receipt, Source } from '../../../../shared/events/money/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** The money of events, by their id; an event without any has empty lists. */
export async function readMoney(database: Database, eventIds: readonly string[]): Promise<Map<string, EventMoney>> {
  if (eventIds.length === 0) return new Map()
  const ids = [...new Set(eventIds)]
  const sources = groupBy(await database.selectFrom('event_fund').selectAll().where('event_id', 'in', ids).orderBy('position').execute(), ({ event_id }) => event_id)
  const lines = groupBy(await database.selectFrom('event_budget_line').selectAll().where('event_id', 'in', ids).orderBy('position').execute(), ({ event_id }) => event_id)
  const receipts = groupBy(await database.selectFrom('event_receipt').selectAll().where('event_id', 'in', ids).orderBy('position').execute(), ({ event_id }) => event_id)
  return new Map(ids.map((id) => [id, {
    sources: (sources.get(id) ?? []).map((row): Source => ({
      id: row.id, kind: row.kind, name: row.name, contactId: row.contact_id, funder: row.funder, reference: row.reference, plannedCents: row.planned_cents,
      approvedCents: row.approved_cents, proofOn: row.proof_on, note: row.note,
    })),
    lines: (lines.get(id) ?? []).map((row): BudgetLine => ({ id: row.id, category: row.category, label: row.label, plannedCents: row.planned_cents, sourceId: row.source_id })),
    receipts: (receipts.get(id) ?? []).map((row): Receipt => ({
      id: row.id, direction: row.direction, number: row.number, on: row.receipt_on, paidOn: row.paid_on, contactId: row.contact_id, party: row.party, purpose: row.purpose,
      amountCents: row.amount_cents, lineId: row.line_id, sourceId: row.source_id,
    })),
  }]))
}

/** Rows of an event's money. What leads to a line or source that is no longer there leads nowhere. */
export function moneyRows(eventId: string, { sources, lines, receipts }: EventMoney) {
  const [knownSources, knownLines] = [new Set(sources.map(({ id }) => id)), new Set(lines.map(({ id }) => id))]
  const known = (id: string | null, ids: ReadonlySet<string>): string | null => (id !== null && ids.has(id) ? id : null)
  return {
    sources: sources.map(({ id, kind, name, contactId, funder, reference, plannedCents, approvedCents, proofOn, note }, position) =>
      ({ id, event_id: eventId, position, kind, name, contact_id: contactId, funder, reference, planned_cents: plannedCents, approved_cents: approvedCents, proof_on: proofOn, note })),
    lines: lines.map(({ id, category, label, plannedCents, sourceId }, position) => ({ id, event_id: eventId, position, category, label, planned_cents: plannedCents, source_id: known(sourceId, knownSources) })),
    receipts: receipts.map(({ id, direction, number, on, paidOn, contactId, party, purpose, amountCents, lineId, sourceId }, position) => ({
      id, event_id: eventId, position, direction, number, receipt_on: on, paid_on: paidOn, contact_id: contactId, party, purpose, amount_cents: amountCents,
      line_id: direction === 'income' ? null : known(lineId, knownLines), source_id: known(sourceId, knownSources),
    })),
  }
}

/** Events of a series that aren't in the trash, in the order of their days. */
export async function eventsOfSeries(database: Database, seriesId: string): Promise<{ id: string; title: string; startsOn: string | null }[]> {
  const rows = await database.selectFrom('event').select(['id', 'title', 'starts_on']).where('series_id', '=', seriesId).where('deleted_at', 'is', null).orderBy('starts_on').orderBy('title_key').execute()
  return rows.map(({ id, title, starts_on }) => ({ id, title, startsOn: starts_on }))
}

/** The event that a receipt belongs to; undefined if there is no such receipt. */
export async function eventOfReceipt(database: Database, id: string): Promise<string | undefined> {
  return (await database.selectFrom('event_receipt').select('event_id').where('id', '=', id).executeTakeFirst())?.event_id
}

/** The papers that lie with receipts of an event and aren't in the trash. */
export async function papersOfEvent(database: Database, eventId: string): Promise<{ id: string; receiptId: string }[]> {
  const rows = await database.selectFrom('document').innerJoin('event_receipt', 'event_receipt.id', 'document.owner_id').select(['document.id', 'owner_id'])
    .where('owner_type', '=', 'event-receipt').where('event_receipt.event_id', '=', eventId).where('document.deleted_at', 'is', null).execute()
  return rows.map(({ id, owner_id }) => ({ id, receiptId: owner_id }))
}

/** How many papers lie with each receipt of an event that has some. */
export async function papersOfReceipts(database: Database, eventId: string): Promise<Record<string, number>> {
  return Object.fromEntries([...groupBy(await papersOfEvent(database, eventId), ({ receiptId }) => receiptId)].map(([id, papers]) => [id, papers.length]))
}
