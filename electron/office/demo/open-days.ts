import { addDays, weekday } from '../../../shared/holidays/days.ts'
import { firstOpenDay, holidaysOf } from '../../../shared/holidays/holidays.ts'

const land = 'SN'

/** Nobody invites to a holiday, nor to Christmas Eve or New Year's Eve. */
const invites = (day: string): boolean => !holidaysOf(land, Number(day.slice(0, 4))).has(day) && !/-12-(?:24|31)$/u.test(day)
const search = (day: string, step: 1 | -1, fits: (day: string) => boolean): string => firstOpenDay(day, step, (each) => (fits(each) ? null : 'taken'))

/** The first working day from a day on, walking forwards or back, on which an office invites. */
export function openDay(day: string, step: 1 | -1): string {
  return search(day, step, (each) => weekday(each) <= 5 && invites(each))
}

/** The same for what takes place on a Saturday. */
export function openSaturday(day: string, step: 1 | -1): string {
  return search(day, step, (each) => weekday(each) === 6 && invites(each))
}

/** The Sunday that begins the first week, up to the Sunday after, without a holiday: weeks of events begin on Sundays. */
export function openWeek(day: string, step: 1 | -1): string {
  return search(day, step, (each) => weekday(each) === 7 && Array.from({ length: 8 }, (_, index) => addDays(each, index)).every(invites))
}
