import type { SpecialDay } from '../../../../shared/events/clashes/days.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import { holidaysOf } from '../../../../shared/holidays/holidays.ts'
import type { Land } from '../../../../shared/vault/laender.ts'

/** Public holidays of the Land between two days. */
export function specialDaysOf(from: string, to: string, land: Land): SpecialDay[] {
  const found: SpecialDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const name = holidaysOf(land, Number(day.slice(0, 4))).get(day)
    if (name !== undefined) found.push({ id: `holiday-${name}`, name, from: day, to: day, kind: 'holiday', community: '', certainty: 'certain', note: '', eve: false })
  }
  return found
}
