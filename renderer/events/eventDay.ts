import type { OfficeEvent } from '../../shared/events/model.ts'
import { germanDay } from '../../shared/holidays/days.ts'

type Times = Pick<OfficeEvent, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>

/** When an event takes place, in words: "Sa., 12.06.2027, 14:00–18:00 Uhr". */
export function eventDay({ startsOn, startsAt, endsOn, endsAt }: Times): string {
  if (startsOn === null) return 'noch ohne Tag'
  const from = germanDay(startsOn)
  if (endsOn !== null && endsOn !== startsOn) return `${from}${startsAt === null ? '' : `, ${startsAt} Uhr`} bis ${germanDay(endsOn)}${endsAt === null ? '' : `, ${endsAt} Uhr`}`
  if (startsAt === null) return from
  return `${from}, ${startsAt}${endsAt === null ? '' : `–${endsAt}`} Uhr`
}
