import { z } from 'zod'
import type { EventState } from '../catalogue.ts'

const day = z.iso.date()

/** Which events count: what took place, or with it what is planned. Ideas and what was called off never do. */
export const figureScopes = ['held', 'planned'] as const
export type FigureScope = (typeof figureScopes)[number]
export const figureScopeLabels: Readonly<Record<FigureScope, string>> = { held: 'Durchgeführte', planned: 'Auch geplante' }

/** A period, both days included. An event belongs to the day on which it begins. */
export const figurePeriodSchema = z.object({ from: day, to: day, scope: z.enum(figureScopes) }).refine(({ from, to }) => from <= to, { path: ['to'], message: 'Das Ende liegt vor dem Beginn.' })
export type FigurePeriod = z.infer<typeof figurePeriodSchema>

/** One event as figures see it. */
export interface EventFact {
  kind: string
  state: EventState
  day: string
  series: string
  place: string
  topic: string
  languages: readonly string[]
  visitors: number | null
  counted: boolean
  /** Organisations and people who make it with the office; each once. */
  partners: readonly string[]
  /** Null where nobody keeps its money. */
  money: FactMoney | null
}

/** What an event costs and who pays for it, in cents. */
export interface FactMoney {
  plannedCents: number
  spentCents: number
  incomeCents: number
  sources: readonly { label: string; plannedCents: number; actualCents: number; usedCents: number }[]
}

/** How many came: by counting, by estimate, and to how many events nobody wrote it down. */
const visitorsSchema = z.object({ counted: z.number().int(), estimated: z.number().int(), unknown: z.number().int() })
export type Visitors = z.infer<typeof visitorsSchema>

export const totalsSchema = z.object({
  events: z.number().int(),
  visitors: visitorsSchema,
  alone: z.number().int(),
  withPartners: z.number().int(),
  /** Different ones. */
  partners: z.number().int(),
  languages: z.number().int(),
})
export type FigureTotals = z.infer<typeof totalsSchema>

export const groupings = ['kind', 'state', 'topic', 'place', 'language', 'series', 'partners', 'month'] as const
export type Grouping = (typeof groupings)[number]
export const groupingLabels: Readonly<Record<Grouping, string>> = {
  kind: 'Art', state: 'Stand', topic: 'Thema', place: 'Ort', language: 'Sprache', series: 'Reihe', partners: 'Beteiligte je Veranstaltung', month: 'Monat',
}

/** A line of a table: a category with the events of the period, those of a year before, and how many came. */
export const figureRowSchema = z.object({ label: z.string(), events: z.number().int(), before: z.number().int(), visitors: z.number().int(), estimated: z.number().int() })
export type FigureRow = z.infer<typeof figureRowSchema>

export const figureTableSchema = z.object({
  grouping: z.enum(groupings),
  rows: z.array(figureRowSchema),
  /** An event may stand in several lines, so that they add up to more than there were. */
  several: z.boolean(),
})
export type FigureTable = z.infer<typeof figureTableSchema>

/** Money of the events that count, in cents. */
export const moneyFiguresSchema = z.object({
  /** How many events have a budget or receipts. */
  events: z.number().int(),
  plannedCents: z.number().int(),
  spentCents: z.number().int(),
  incomeCents: z.number().int(),
  /** Of events with spending and visitors; null where there is none. */
  perVisitorCents: z.number().int().nullable(),
  sources: z.array(z.object({ label: z.string(), plannedCents: z.number().int(), actualCents: z.number().int(), usedCents: z.number().int() })),
})
export type MoneyFigures = z.infer<typeof moneyFiguresSchema>

/** What an event in the period isn't counted for. */
export const leftOutSchema = z.object({
  ideas: z.number().int(),
  cancelled: z.number().int(),
  /** Past, but nobody has said that it took place. */
  unconfirmed: z.number().int(),
  /** Still to come. */
  coming: z.number().int(),
})
export type LeftOut = z.infer<typeof leftOutSchema>

export const eventFiguresSchema = z.object({
  totals: totalsSchema,
  before: totalsSchema,
  money: moneyFiguresSchema,
  moneyBefore: moneyFiguresSchema,
  leftOut: leftOutSchema,
  tables: z.array(figureTableSchema),
  /** The same span of each of the last years, the oldest first. */
  years: z.array(z.object({ label: z.string(), from: day, to: day, totals: totalsSchema, spentCents: z.number().int() })),
})
export type EventFigures = z.infer<typeof eventFiguresSchema>

export const figureFormats = ['xlsx', 'csv', 'docx', 'pdf'] as const
