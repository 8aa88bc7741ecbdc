import { expect, it } from 'vitest'
import { freshNaturalisation, naturalisationOf, noteOf } from './naturalisationEntry.ts'

const today = '2026-03-02'
const entry = { ...freshNaturalisation, start: '2021-03-02' }

it('computes as soon as nothing is missing', () => {
  expect(naturalisationOf(freshNaturalisation, today)).toBeNull()
  expect(naturalisationOf(entry, today)?.earliest).toBe('2026-03-02')
  expect(naturalisationOf({ ...entry, path: '9' }, today)).toBeNull()
  expect(naturalisationOf({ ...entry, interruptions: [{ from: '2022-01-01', to: null }] }, today)).toBeNull()
  expect(naturalisationOf({ ...entry, interruptions: [{ from: '2022-01-02', to: '2022-01-01' }] }, today)).toBeNull()
  expect(naturalisationOf({ ...entry, interruptions: [{ from: null, to: null }, { from: '2022-01-01', to: '2022-01-10' }] }, today)?.earliest).toBe('2026-03-12')
})

it('writes down the computation and what is still open', () => {
  const result = naturalisationOf(entry, today)
  if (!result) throw new Error('There must be a result.')
  const note = noteOf({ ...entry, ticked: ['language'] }, result, today)
  expect(note).toContain('Liegt vor:\n– Deutsch auf dem Niveau B1\nNoch offen:\n– Identität')
  expect(note).toContain('Staatsangehörigkeitsbehörde')
})
