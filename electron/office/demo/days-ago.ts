import { isoDay } from '../../../shared/dates.ts'

/** The day that lies so many days before today, local, ISO. */
export function daysAgo(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() - days)
  return isoDay(day)
}
