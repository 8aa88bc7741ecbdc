import { expect, it } from 'vitest'
import { daysOf, partsOf, recentYears, runningYear, withKind } from './period-choice.ts'

const year = runningYear('2026-11-22')

it('gives the days of a year, a half, a quarter, a month and a free period', () => {
  expect(daysOf(year)).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(daysOf({ ...year, kind: 'quarter', part: 4 })).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(daysOf({ ...year, kind: 'half', part: 2 })).toEqual({ from: '2026-07-01', to: '2026-12-31' })
  expect(daysOf({ ...year, kind: 'month', year: 2024, part: 2 })).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(daysOf({ ...year, kind: 'free', from: '2026-03-02', to: '2026-03-02' })).toEqual({ from: '2026-03-02', to: '2026-03-02' })
  expect(daysOf({ ...year, kind: 'free', from: '2026-03-02', to: '2026-03-01' })).toBeNull()
})

it('stays where it was when the kind is changed', () => {
  const month = { ...year, kind: 'month' as const, part: 8 }
  expect(withKind(month, 'quarter').part).toBe(3)
  expect(withKind(month, 'free')).toMatchObject({ from: '2026-08-01', to: '2026-08-31' })
  expect(withKind(withKind(month, 'quarter'), 'month').part).toBe(7)
})

it('offers the parts of a year by their names, and years back', () => {
  expect([partsOf('half').map(({ label }) => label), partsOf('month')[2]?.label, partsOf('year')]).toEqual([['1. Halbjahr', '2. Halbjahr'], 'März', []])
  expect(withKind({ ...year, kind: 'month', part: 8 }, 'half').part).toBe(2)
  expect(recentYears('2026-11-22')[0]?.value).toBe('2026')
})
