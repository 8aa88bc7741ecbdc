import { addDays, addMonths } from '../../../shared/holidays/days.ts'

/** How a period is chosen. */
export const periodKinds = { year: 'Jahr', quarter: 'Quartal', month: 'Monat', free: 'Zeitraum' } as const
export type PeriodKind = keyof typeof periodKinds

/** A period as it is chosen: a year and a part of it, or two days. */
export interface PeriodChoice {
  readonly kind: PeriodKind
  readonly year: number
  /** 1 to 4 or 1 to 12. */
  readonly part: number
  readonly from: string | null
  readonly to: string | null
}

/** The running year on an ISO day. */
export function runningYear(today: string): PeriodChoice {
  const year = Number(today.slice(0, 4))
  return { kind: 'year', year, part: 1, from: `${year}-01-01`, to: today }
}

/** First and last day; null as long as one is missing or the end lies before the beginning. */
export function daysOf({ kind, year, part, from, to }: PeriodChoice): { from: string; to: string } | null {
  if (kind === 'free') return from !== null && to !== null && from <= to ? { from, to } : null
  if (kind === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  const months = kind === 'quarter' ? 3 : 1
  const first = addMonths(`${year}-01-01`, (part - 1) * months)
  return { from: first, to: addDays(addMonths(first, months), -1) }
}

/** The choice with another kind, as near to the one before as can be. */
export function withKind(choice: PeriodChoice, kind: PeriodKind): PeriodChoice {
  const days = daysOf(choice)
  const month = days === null ? 1 : Number(days.from.slice(5, 7))
  const part = kind === 'quarter' ? Math.ceil(month / 3) : month
  return { ...choice, kind, part, from: days?.from ?? choice.from, to: days?.to ?? choice.to }
}
