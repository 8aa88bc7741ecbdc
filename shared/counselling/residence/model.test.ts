import { expect, it } from 'vitest'
import { extendedBy, radarGroupOf, radarGroups, radarLabels, residenceFields, validUntil } from './model.ts'

const title = { printedExpiry: '2026-03-31', effectiveExpiry: null, extension: null }

it.each([
  ['2026-04-01', 'expired'], ['2026-03-31', '1'], ['2026-03-24', '1'], ['2026-03-23', '4'], ['2026-03-03', '4'], ['2026-03-02', '8'], ['2026-02-03', '8'],
  ['2026-02-02', '12'], ['2026-01-06', '12'], ['2026-01-05', null],
])('on %s a title to 31 March stands under %s', (today, group) => {
  expect(radarGroupOf(title, today)).toBe(group)
})

it('goes by the effective day; a legal fiction has none', () => {
  expect(validUntil({ ...title, effectiveExpiry: '2027-03-04', extension: 'ordinance-24' })).toBe('2027-03-04')
  expect(validUntil({ ...title, extension: '81-4' })).toBeNull()
  expect(radarGroupOf({ ...title, extension: '81-4' }, '2026-06-01')).toBe('open-ended')
  // A certificate of the fiction has a day of its own.
  expect(radarGroupOf({ ...title, extension: '81-4', effectiveExpiry: '2026-06-05' }, '2026-06-01')).toBe('1')
  expect(radarGroupOf({ printedExpiry: null, effectiveExpiry: null, extension: null }, '2026-06-01')).toBeNull()
})

it('offers the day of the ordinance for titles under § 24 and nothing for others', () => {
  expect(extendedBy('24', '2024-03-04')).toEqual({ extension: 'ordinance-24', until: '2027-03-04' })
  expect(extendedBy('24', '2023-03-04')).toBeNull()
  expect(extendedBy('25-3', '2024-03-04')).toBeNull()
})

it('wants a reason for another day than the printed one, and an end after the beginning', () => {
  const fields = { person: '', code: '24', basis: '', from: '2024-03-04', printedExpiry: '2025-03-04', effectiveExpiry: '2027-03-04', extension: null, note: '' }
  expect(residenceFields.safeParse(fields).error?.issues.map(({ path }) => path)).toEqual([['extension']])
  expect(residenceFields.safeParse({ ...fields, extension: 'ordinance-24' }).success).toBe(true)
  expect(residenceFields.safeParse({ ...fields, extension: 'ordinance-24', from: '2026-01-01' }).error?.issues.map(({ path }) => path)).toEqual([['printedExpiry']])
})

it('every part of the radar has its name', () => {
  expect(Object.keys(radarLabels).sort()).toEqual([...radarGroups].sort())
})
