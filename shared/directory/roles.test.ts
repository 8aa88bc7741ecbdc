import { expect, it } from 'vitest'
import { hasEnded, heldRoles, isHeldOn } from './roles.ts'

it.each([
  [null, null, true], ['2026-01-01', null, true], ['2026-11-21', null, true], ['2026-11-22', null, false],
  [null, '2026-11-22', true], [null, '2026-11-21', false], ['2026-01-01', '2026-06-30', false],
])('a role from %s to %s is held on 21.11.2026: %s', (from, to, held) => {
  expect(isHeldOn({ from, to }, '2026-11-21')).toBe(held)
})

it('a role without an end has not ended', () => {
  expect(hasEnded({ from: null, to: null }, '2999-12-31')).toBe(false)
})

it('work comes before a seat in a body, then what began last; what is over or to come is no role', () => {
  const role = (organisationType: string | null, from: string | null, to: string | null = null) => ({ organisationType, from, to })
  const [seat, work, newer, left, later] = [role('advisory-board', '2026-05-01'), role('association', null), role(null, '2020-01-01'), role('mbe', null, '2024-12-31'), role('mbe', '2027-01-01')]
  expect(heldRoles([seat, work, newer, left, later], '2026-11-21')).toEqual([newer, work, seat])
})
