import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../holidays/days.ts'
import { asksForMarriage, earliestNaturalisation, naturalisationConditions, naturalisationPaths } from './naturalisation.ts'

const today = '2026-03-02'
const five = (start: string, interruptions: { from: string; to: string }[] = []) => earliestNaturalisation({ path: '10', start, interruptions }, today)

it('adds five years, day for day', () => {
  expect(five('2021-03-02').earliest).toBe('2026-03-02')
  expect(five('2024-02-29').earliest).toBe('2029-02-28')
  expect(earliestNaturalisation({ path: '10', start: '2020-01-01', interruptions: [] }, '2024-06-26').earliest).toBe('2028-01-01')
})

it('adds every day that does not count once, and none after the day that they make', () => {
  expect(five('2021-03-02', [{ from: '2022-01-01', to: '2022-01-31' }])).toMatchObject({ earliest: '2026-04-02', deductedDays: 31 })
  expect(five('2021-03-02', [{ from: '2022-01-20', to: '2022-02-10' }, { from: '2022-01-01', to: '2022-01-31' }]).deductedDays).toBe(41)
  expect(five('2021-03-02', [{ from: '2020-01-01', to: '2021-03-02' }]).deductedDays).toBe(1)
  expect(five('2021-03-02', [{ from: '2026-03-02', to: '2026-03-31' }]).deductedDays).toBe(0)
  expect(() => five('2021-03-02', [{ from: '2022-02-01', to: '2022-01-01' }])).toThrow(RangeError)
})

it('under § 9 StAG waits for the years of marriage too', () => {
  const spouse = (marriage: string) => earliestNaturalisation({ path: '9', start: '2022-05-01', interruptions: [], marriage }, today).earliest
  expect(spouse('2021-01-01')).toBe('2025-05-01')
  expect(spouse('2024-09-10')).toBe('2026-09-10')
  expect(asksForMarriage('9', today)).toBe(true)
  expect(() => earliestNaturalisation({ path: '9', start: '2022-05-01', interruptions: [] }, today)).toThrow(RangeError)
})

it('knows the law of the day: three years for special achievements from June 2024 to October 2025 only', () => {
  expect(naturalisationPaths('2025-01-01').map(({ id }) => id)).toContain('10-3')
  expect(naturalisationPaths(today).map(({ id }) => id)).toEqual(['10', '9'])
  expect(() => earliestNaturalisation({ path: '10-3', start: '2023-01-01', interruptions: [] }, today)).toThrow(RangeError)
})

it('every condition names its source', () => {
  for (const path of ['10', '9']) {
    const conditions = naturalisationConditions(path, today)
    expect(conditions.length).toBeGreaterThanOrEqual(7)
    for (const { label, norm } of conditions) expect([label, norm]).not.toContain('')
  }
})

it('more days that do not count never make it earlier', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2020-01-01', count))
  const time = fc.tuple(day, fc.integer({ min: 0, max: 300 })).map(([from, length]) => ({ from, to: addDays(from, length) }))
  fc.assert(fc.property(day, fc.array(time, { maxLength: 6 }), time, (start, times, more) =>
    five(start, [...times, more]).earliest >= five(start, times).earliest && five(start, times).earliest >= five(start).earliest))
})
