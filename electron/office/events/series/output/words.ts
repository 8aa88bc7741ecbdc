import type { OfficeEvent, Venue } from '../../../../../shared/events/model.ts'
import { stepFreeLabels } from '../../../../../shared/events/catalogue.ts'
import { germanDate } from '../../../../../shared/dates.ts'
import { weekday } from '../../../../../shared/holidays/days.ts'

type Times = Pick<OfficeEvent, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const
const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'] as const

/** "Samstag, 26. September 2027" */
export function longDay(iso: string): string {
  return `${weekdays[weekday(iso) - 1]}, ${dayAndMonth(iso)} ${iso.slice(0, 4)}`
}

/** "26. September" */
export function dayAndMonth(iso: string): string {
  return `${Number(iso.slice(8))}. ${months[Number(iso.slice(5, 7)) - 1]}`
}

/** "26. September bis 3. Oktober 2027"; empty without a first day. */
export function periodText(startsOn: string | null, endsOn: string | null): string {
  if (startsOn === null) return ''
  if (endsOn === null || endsOn === startsOn) return longDay(startsOn)
  return `${dayAndMonth(startsOn)}${startsOn.slice(0, 4) === endsOn.slice(0, 4) ? '' : ` ${startsOn.slice(0, 4)}`} bis ${dayAndMonth(endsOn)} ${endsOn.slice(0, 4)}`
}

/** "15:00 bis 17:30 Uhr", "ab 15:00 Uhr", "bis Mittwoch, 30. September 2027"; empty for a whole day. */
export function timeText({ startsOn, startsAt, endsOn, endsAt }: Times): string {
  if (endsOn !== null && endsOn !== startsOn) return `${startsAt === null ? '' : `ab ${startsAt} Uhr, `}bis ${longDay(endsOn)}${endsAt === null ? '' : `, ${endsAt} Uhr`}`
  if (startsAt === null) return ''
  return endsAt === null ? `${startsAt} Uhr` : `${startsAt} bis ${endsAt} Uhr`
}

/** "26.09.2027, 15:00 bis 17:30 Uhr" */
export function whenText(event: Times): string {
  return [event.startsOn === null ? '' : germanDate(event.startsOn), timeText(event)].filter((part) => part !== '').join(', ')
}

/** "53 Gäste"; empty while nobody has said how many came. */
export function visitorsText({ visitors, visitorsCounted }: Pick<OfficeEvent, 'visitors' | 'visitorsCounted'>): string {
  return visitors === null ? '' : `${visitorsCounted ? '' : 'rund '}${visitors.toLocaleString('de-DE')} ${visitors === 1 ? 'Gast' : 'Gäste'}`
}

/** How one gets in, in words: the room's or the place's, and what is said of this event. Empty where nothing is known. */
export function accessText({ roomId, accessNote }: Pick<OfficeEvent, 'roomId' | 'accessNote'>, venue: Venue | undefined): string {
  const room = venue?.rooms.find(({ id }) => id === roomId)
  const stepFree = room && room.stepFree !== 'unknown' ? room.stepFree : venue?.stepFree ?? 'unknown'
  return [
    stepFree === 'unknown' ? '' : stepFreeLabels[stepFree], venue?.accessibleToilet ? 'barrierefreies WC' : '', venue?.hearingLoop ? 'Höranlage' : '',
    ...[venue?.accessNote ?? '', accessNote].map((text) => text.trim().replace(/\.$/u, '')),
  ].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join('; ')
}

/** Words of a list that people write with commas, slashes or „und". */
export function listed(text: string): string[] {
  return [...new Set(text.split(/[,;/\n]|\sund\s/u).map((word) => word.trim()).filter((word) => word !== ''))]
}
