import { expect, it } from 'vitest'
import { checkDueBefore, detailLabel, detailOptions } from './details.ts'

it.each([['2026-11-21', '2025-11-21'], ['2024-02-29', '2023-02-28'], ['2025-03-01', '2024-03-01'], ['2026-01-01', '2025-01-01']])(
  'on %s what was checked before %s is due', (today, before) => {
    expect(checkDueBefore(today)).toBe(before)
  })

it('offers catalogues and reads their codes, unknown ones as they are', () => {
  expect(detailOptions('areas', '2026-11-21')).toContainEqual({ value: 'language', label: 'Sprache' })
  expect(detailOptions('languages', '1990-01-01')).toEqual([])
  expect(detailLabel('languages', 'uk')).toBe('Ukrainisch')
  expect(detailLabel('areas', 'from-the-future')).toBe('from-the-future')
})
