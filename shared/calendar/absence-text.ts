import { germanDate } from '../dates.ts'
import type { Absence } from './model.ts'

/** How long somebody is away, as it is said today (ISO day) to whoever gives them something to do. */
export function absenceText({ from, to }: Pick<Absence, 'from' | 'to'>, today: string): string {
  if (from <= today) return to === today ? 'heute abwesend' : `abwesend bis ${germanDate(to)}`
  return from === to ? `abwesend am ${germanDate(to)}` : `abwesend vom ${germanDate(from)} bis ${germanDate(to)}`
}
