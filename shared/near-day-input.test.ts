import { expect, it } from 'vitest'
import { parseNearDay, tookDay } from './near-day-input.ts'

const now = new Date(2026, 10, 22, 15)

it.each([
  ['15.3.', '2027-03-15'], ['15.7.', '2026-07-15'], ['22.11', '2026-11-22'], ['5.1.', '2027-01-05'], ['29.2.', null], ['15.03.26', '2026-03-15'], ['1.2.2026', '2026-02-01'], ['01.02.2026', '2026-02-01'],
  ['150326', '2026-03-15'], ['15032026', '2026-03-15'], ['2026-03-15', '2026-03-15'], ['heute', '2026-11-22'], ['gestern', '2026-11-21'], ['morgen', '2026-11-23'], ['2w', '2026-12-06'],
  ['15. 3. 2026', '2026-03-15'], ['33.1.2026', null], ['1503', null], ['bald', null], ['', null],
])('„%s“ is %s', (text, day) => {
  expect(parseNearDay(text, now)).toBe(day)
})

it('takes the nearest turn of the year in January', () => {
  expect(parseNearDay('20.12.', new Date(2027, 0, 5))).toBe('2026-12-20')
})

it('says whether a field took what was typed', () => {
  expect(tookDay('15.3.', '15.03.2027', now)).toBe(true)
  expect(tookDay('fr', '27.11.2026', now)).toBe(true)
  expect(tookDay('gestern', '21.11.2026', now)).toBe(true)
  expect(tookDay('15.3.', '15.03.2026', now)).toBe(true)
  expect(tookDay('Stand am 15.03.2026', 'Stand am 15.03.2026', now)).toBe(true)
  expect(tookDay('15.3.2026', 'Stand am 15.03.2026', now)).toBe(true)
  expect(tookDay('', '', now)).toBe(true)
  expect(tookDay('33.1.2026', '22.11.2026', now)).toBe(false)
  // Read, but outside of what the field allows.
  expect(tookDay('15.3.2031', '22.11.2026', now)).toBe(false)
})
