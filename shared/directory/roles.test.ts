import { expect, it } from 'vitest'
import { hasEnded, isHeldOn } from './roles.ts'

it.each([
  [null, null, true], ['2026-01-01', null, true], ['2026-11-21', null, true], ['2026-11-22', null, false],
  [null, '2026-11-22', true], [null, '2026-11-21', false], ['2026-01-01', '2026-06-30', false],
])('a role from %s to %s is held on 21.11.2026: %s', (from, to, held) => {
  expect(isHeldOn({ from, to }, '2026-11-21')).toBe(held)
})

it('a role without an end has not ended', () => {
  expect(hasEnded({ from: null, to: null }, '2999-12-31')).toBe(false)
})
