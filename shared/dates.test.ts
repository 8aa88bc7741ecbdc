import { describe, expect, it } from 'vitest'
import { clockTime, germanDate, germanDateTime, isoDay, isoWeek, longDate } from './dates.ts'

const afternoon = new Date(2026, 10, 21, 14, 3)

it('writes days and times as Germans do, in local time', () => {
  expect(longDate(afternoon)).toBe('Samstag, 21. November 2026')
  expect(clockTime(afternoon)).toBe('14:03')
  expect(clockTime(new Date(2026, 0, 1, 0, 5))).toBe('00:05')
  expect(germanDate('2026-11-21')).toBe('21.11.2026')
  expect(germanDate(afternoon.toISOString())).toBe('21.11.2026')
  expect(germanDateTime(afternoon.toISOString())).toBe('21.11.2026, 14:03')
})

it('takes the local day, also just before and after midnight', () => {
  expect(isoDay(new Date(2026, 0, 1, 0, 0, 1))).toBe('2026-01-01')
  expect(isoDay(new Date(2026, 11, 31, 23, 59, 59))).toBe('2026-12-31')
  expect(germanDate(new Date(2026, 11, 31, 23, 59, 59).toISOString())).toBe('31.12.2026')
})

/** Known weeks by ISO 8601 around the turn of a year, where simple rules go wrong. */
describe('isoWeek', () => {
  it.each([
    ['2024-12-29', 52],
    ['2024-12-30', 1],
    ['2026-01-01', 1],
    ['2026-03-29', 13],
    ['2026-03-30', 14],
    ['2026-10-25', 43],
    ['2026-10-26', 44],
    ['2026-11-21', 47],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2028-01-02', 52],
  ])('%s lies in week %i', (day, week) => {
    const [year, month, date] = day.split('-').map(Number)
    expect(isoWeek(new Date(year!, month! - 1, date))).toBe(week)
    expect(isoWeek(new Date(year!, month! - 1, date, 23, 59))).toBe(week)
  })
})
