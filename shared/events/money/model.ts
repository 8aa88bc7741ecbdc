import { z } from 'zod'
import { partId, partLine, partText } from '../part.ts'
import { categoryLabel, sourceKindLabel, sourceKinds } from './catalogue.ts'

/** Whole cents; below zero for what is credited back. */
const cents = z.number().int().min(-10_000_000_000).max(10_000_000_000)
const day = z.iso.date().nullable()

/** Where money comes from. */
export const sourceSchema = z.object({
  id: partId,
  kind: z.enum(sourceKinds),
  name: partLine(),
  /** Who gives it. */
  contactId: partId.nullable(),
  funder: partLine(),
  /** Aktenzeichen of the Bescheid. */
  reference: partLine(120),
  /** What was asked for, or is counted on. */
  plannedCents: cents.min(0, 'Bitte keinen Betrag unter null.'),
  /** What was granted; null as long as nobody has decided. */
  approvedCents: cents.min(0, 'Bitte keinen Betrag unter null.').nullable(),
  /** Until when its use has to be proved. */
  proofOn: day,
  note: partText(),
})
export type Source = z.infer<typeof sourceSchema>

/** A line of the budget. */
export const budgetLineSchema = z.object({
  id: partId,
  /** Code of the catalogue. */
  category: partLine(40),
  label: partLine(),
  plannedCents: cents.min(0, 'Bitte keinen Betrag unter null.'),
  /** The source that it is meant to be paid from. */
  sourceId: partId.nullable(),
})
export type BudgetLine = z.infer<typeof budgetLineSchema>

export const receiptDirections = ['expense', 'income'] as const

/** A receipt: money that went out or came in. Everything may be missing at first; what is missing is listed. */
export const receiptSchema = z.object({
  id: partId,
  direction: z.enum(receiptDirections),
  /** Belegnummer, running within the event. */
  number: z.number().int().min(1).max(100_000).nullable(),
  on: day,
  paidOn: day,
  contactId: partId.nullable(),
  /** Payee or payer. */
  party: partLine(),
  purpose: partLine(),
  amountCents: cents,
  /** The line of the budget; of money that came in there is none. */
  lineId: partId.nullable(),
  sourceId: partId.nullable(),
})
export type Receipt = z.infer<typeof receiptSchema>

export const eventMoneySchema = z.object({ sources: z.array(sourceSchema).max(60), lines: z.array(budgetLineSchema).max(300), receipts: z.array(receiptSchema).max(3_000) })
export type EventMoney = z.infer<typeof eventMoneySchema>

/** What a source is called: its name, or its kind. */
export function sourceName({ name, kind }: Pick<Source, 'name' | 'kind'>): string {
  return name === '' ? sourceKindLabel(kind) : name
}

/** What a line is called: category and, where it has one, its own words. */
export function lineName({ category, label }: Pick<BudgetLine, 'category' | 'label'>): string {
  if (category === '') return label || 'Ohne Bezeichnung'
  return label === '' ? categoryLabel(category) : `${categoryLabel(category)}: ${label}`
}

/** The next free Belegnummer. */
export function nextNumber(receipts: readonly Receipt[]): number {
  return Math.max(0, ...receipts.map(({ number }) => number ?? 0)) + 1
}

/** Receipts in the order of their numbers, those without one last. */
export function inOrder(receipts: readonly Receipt[]): Receipt[] {
  return receipts.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || (a.on ?? '').localeCompare(b.on ?? ''))
}
