import { expect, it } from 'vitest'
import { absenceText } from './absence-text.ts'

it('says how long somebody is away, from today or later', () => {
  expect(absenceText({ from: '2026-11-20', to: '2026-12-04' }, '2026-11-22')).toBe('abwesend bis 04.12.2026')
  expect(absenceText({ from: '2026-11-20', to: '2026-11-22' }, '2026-11-22')).toBe('heute abwesend')
  expect(absenceText({ from: '2026-12-03', to: '2026-12-03' }, '2026-11-22')).toBe('abwesend am 03.12.2026')
  expect(absenceText({ from: '2026-11-30', to: '2026-12-04' }, '2026-11-22')).toBe('abwesend vom 30.11.2026 bis 04.12.2026')
})
