import { expect, it } from 'vitest'
import { openDay, openSaturday, openWeek } from './open-days.ts'

it('finds the days on which an office invites: after Christmas, before Easter, over a New Year', () => {
  expect(openDay('2026-12-24', 1)).toBe('2026-12-28')
  expect(openDay('2026-12-27', -1)).toBe('2026-12-23')
  expect(openSaturday('2026-12-25', 1)).toBe('2027-01-02')
  // 3 October is a Saturday and a holiday.
  expect(openSaturday('2026-10-08', -1)).toBe('2026-09-26')
  expect(openWeek('2026-12-14', 1)).toBe('2027-01-03')
  expect(openWeek('2026-04-09', -1)).toBe('2026-03-22')
})
