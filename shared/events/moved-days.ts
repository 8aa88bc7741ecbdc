import { addDays, daysBetween } from '../holidays/days.ts'
import type { OfficeEvent } from './model.ts'

/** The days of an event that begins on another one: it keeps its length. ISO days. */
export function movedDays({ startsOn, endsOn }: Pick<OfficeEvent, 'startsOn' | 'endsOn'>, day: string): Pick<OfficeEvent, 'startsOn' | 'endsOn'> {
  return { startsOn: day, endsOn: endsOn === null || startsOn === null ? endsOn : addDays(endsOn, daysBetween(startsOn, day)) }
}
