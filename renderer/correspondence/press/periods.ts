import type { Period } from '../../../shared/correspondence/press/model.ts'
import { isoDay } from '../../../shared/dates.ts'

/** Periods to choose from. */
export function periods(now: Date): { value: string; label: string }[] {
  const year = now.getFullYear()
  return [
    { value: 'month', label: 'Dieser Monat' }, { value: 'last-month', label: 'Letzter Monat' }, { value: 'quarter', label: 'Letzte drei Monate' },
    { value: 'year', label: `Jahr ${year}` }, { value: 'last-year', label: `Jahr ${year - 1}` }, { value: 'all', label: 'Alle Jahre' },
  ]
}

/** From and to of a chosen period. */
export function periodOf(period: string, now: Date): Period {
  const [year, month] = [now.getFullYear(), now.getMonth()]
  const between = (from: Date, to: Date): Period => ({ from: isoDay(from), to: isoDay(to) })
  switch (period) {
    case 'month': return between(new Date(year, month, 1), new Date(year, month + 1, 0))
    case 'last-month': return between(new Date(year, month - 1, 1), new Date(year, month, 0))
    case 'quarter': return between(new Date(year, month - 2, 1), new Date(year, month + 1, 0))
    case 'year': return between(new Date(year, 0, 1), new Date(year, 11, 31))
    case 'last-year': return between(new Date(year - 1, 0, 1), new Date(year - 1, 11, 31))
    default: return { from: null, to: null }
  }
}
