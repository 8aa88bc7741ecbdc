import { germanDate } from '../../../shared/dates.ts'
import { addDays, germanDay } from '../../../shared/holidays/days.ts'
import type { OfficeEvent } from '../../../shared/events/model.ts'

type Times = Pick<OfficeEvent, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>

/** When an event takes place, for papers: "am 12.06.2027 von 14:00 bis 18:00 Uhr"; empty without a day. */
export function whenText({ startsOn, startsAt, endsOn, endsAt }: Times): string {
  if (startsOn === null) return ''
  const several = endsOn !== null && endsOn !== startsOn
  if (several) return `vom ${germanDate(startsOn)}${startsAt === null ? '' : `, ${startsAt} Uhr,`} bis ${germanDate(endsOn)}${endsAt === null ? '' : `, ${endsAt} Uhr`}`
  return `am ${germanDate(startsOn)}${startsAt === null ? '' : endsAt === null ? ` ab ${startsAt} Uhr` : ` von ${startsAt} bis ${endsAt} Uhr`}`
}

/** A day of the plan: the date where the event has one, otherwise how far it is from the first day. */
export function dayText(day: number, startsOn: string | null): string {
  if (startsOn !== null) return germanDay(addDays(startsOn, day))
  if (day === 0) return 'Tag der Veranstaltung'
  const count = Math.abs(day)
  return `${count} ${count === 1 ? 'Tag' : 'Tage'} ${day < 0 ? 'vorher' : 'danach'}`
}
