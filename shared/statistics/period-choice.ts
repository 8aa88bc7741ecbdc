import { addDays, addMonths } from '../holidays/days.ts'

/** How a period is chosen. */
export const periodKinds = { year: 'Jahr', half: 'Halbjahr', quarter: 'Quartal', month: 'Monat', free: 'Zeitraum' } as const
export type PeriodKind = keyof typeof periodKinds

/** A period as it is chosen: a year and a part of it, or two days. */
export interface PeriodChoice {
  readonly kind: PeriodKind
  readonly year: number
  /** 1 to 2, 4 or 12. */
  readonly part: number
  readonly from: string | null
  readonly to: string | null
}

const monthsOf = { half: 6, quarter: 3, month: 1 } as const
const monthNames = Array.from({ length: 12 }, (_, at) => new Intl.DateTimeFormat('de-DE', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, at, 1))))
const yearsBack = 12

/** The running year on an ISO day. */
export function runningYear(today: string): PeriodChoice {
  const year = Number(today.slice(0, 4))
  return { kind: 'year', year, part: 1, from: `${year}-01-01`, to: today }
}

/** First and last day; null as long as one is missing or the end lies before the beginning. */
export function daysOf({ kind, year, part, from, to }: PeriodChoice): { from: string; to: string } | null {
  if (kind === 'free') return from !== null && to !== null && from <= to ? { from, to } : null
  if (kind === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  const months = monthsOf[kind]
  const first = addMonths(`${year}-01-01`, (part - 1) * months)
  return { from: first, to: addDays(addMonths(first, months), -1) }
}

/** The choice with another kind, as near to the one before as can be. */
export function withKind(choice: PeriodChoice, kind: PeriodKind): PeriodChoice {
  const days = daysOf(choice)
  const month = days === null ? 1 : Number(days.from.slice(5, 7))
  const part = kind === 'year' || kind === 'free' ? month : Math.ceil(month / monthsOf[kind])
  return { ...choice, kind, part, from: days?.from ?? choice.from, to: days?.to ?? choice.to }
}

/** The parts of a year that can be chosen; none where the year is whole or the days are free. */
export function partsOf(kind: PeriodKind): { value: string; label: string }[] {
  if (kind === 'month') return monthNames.map((label, at) => ({ value: String(at + 1), label }))
  if (kind !== 'half' && kind !== 'quarter') return []
  return Array.from({ length: 12 / monthsOf[kind] }, (_, at) => ({ value: String(at + 1), label: `${at + 1}. ${periodKinds[kind]}` }))
}

/** The last years, the running one first. */
export function recentYears(today: string): { value: string; label: string }[] {
  const running = Number(today.slice(0, 4))
  return Array.from({ length: yearsBack }, (_, at) => ({ value: String(running - at), label: String(running - at) }))
}
