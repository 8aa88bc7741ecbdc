import { expect, it } from 'vitest'
import { parseDueDay } from './due-day-input.ts'

const now = new Date(2026, 10, 18, 15)

it.each([
  ['27.11.', '2026-11-27'], ['27.11', '2026-11-27'], ['3.2.', '2027-02-03'], ['18.11.', '2026-11-18'], ['5.1.2026', '2026-01-05'], ['heute', '2026-11-18'],
  ['morgen', '2026-11-19'], ['3t', '2026-11-21'], ['2w', '2026-12-02'], ['1m', '2026-12-18'], ['fr', '2026-11-20'], ['mi', '2026-11-25'], ['29.2.', null],
  ['gestern', null], ['', null], ['bald', null],
])('„%s“ is %s', (text, day) => {
  expect(parseDueDay(text, now)).toBe(day)
})
