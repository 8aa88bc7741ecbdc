import { describe, expect, it } from 'vitest'
import legalBases from '../../../resources/directory/legal-bases.json' with { type: 'json' }
import purposes from '../../../resources/directory/purposes.json' with { type: 'json' }
import { agreementSchema, agreementState } from './agreements.ts'
import { encounterSchema } from './encounters.ts'
import { allowsUse, legalBasisLabel, legalBasisOptions, purposeLabel, purposeOptions, purposeSchema, purposeState } from './purposes.ts'

const today = '2026-11-22'
const none = { consentOn: null, consentUntil: null, revokedOn: null, reviewOn: null }

describe('purposes', () => {
  it.each([
    ['a public task holds without consent', { ...none, legalBasis: 'public-task' }, 'valid'],
    ['the review day itself is due', { ...none, legalBasis: 'public-task', reviewOn: today }, 'review'],
    ['the day before it is not', { ...none, legalBasis: 'public-task', reviewOn: '2026-11-23' }, 'valid'],
    ['a consent that nobody gave', { ...none, legalBasis: 'consent' }, 'missing'],
    ['one that begins tomorrow', { ...none, legalBasis: 'consent', consentOn: '2026-11-23' }, 'missing'],
    ['one without an end', { ...none, legalBasis: 'consent', consentOn: '2020-01-01' }, 'valid'],
    ['one on its last day', { ...none, legalBasis: 'explicit-consent', consentOn: '2024-01-01', consentUntil: today }, 'valid'],
    ['one past its last day', { ...none, legalBasis: 'explicit-consent', consentOn: '2024-01-01', consentUntil: '2026-11-21' }, 'expired'],
    ['one revoked today', { ...none, legalBasis: 'consent', consentOn: '2024-01-01', revokedOn: today }, 'revoked'],
    ['a revoked one that has expired as well', { ...none, legalBasis: 'consent', consentOn: '2024-01-01', consentUntil: '2025-01-01', revokedOn: '2024-06-01' }, 'revoked'],
    ['expired goes before review', { ...none, legalBasis: 'consent', consentOn: '2024-01-01', consentUntil: '2025-01-01', reviewOn: '2025-01-01' }, 'expired'],
    ['the end of a consent means nothing for a contract', { ...none, legalBasis: 'contract', consentUntil: '2025-01-01' }, 'valid'],
  ] as const)('%s', (_name, purpose, state) => {
    expect(purposeState(purpose, today)).toBe(state)
    expect(allowsUse(state)).toBe(state === 'valid' || state === 'review')
  })

  it('takes known codes only, and no end before the beginning', () => {
    const purpose = { id: 'p', contactId: 'c', purpose: 'newsletter', legalBasis: 'consent' }
    expect(purposeSchema.parse(purpose)).toMatchObject({ consentOn: null, evidence: '', reviewOn: null })
    for (const wrong of [{ purpose: 'war' }, { legalBasis: 'whim' }, { consentOn: '2026-01-02', consentUntil: '2026-01-01' }, { consentOn: '2026-01-02', revokedOn: '2026-01-01' }, { consentOn: '2026-02-30' }]) {
      expect(purposeSchema.safeParse({ ...purpose, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
    }
  })

  it('has dated catalogues with unique codes and filled labels, offered from their first day on', () => {
    for (const { entries, asOf, source } of [purposes, legalBases]) {
      expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
      for (const { label, validFrom } of entries) expect([label.trim(), validFrom]).toEqual([label, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u)])
      expect([asOf, source]).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u), expect.stringMatching(/DSGVO/u)])
    }
    expect(purposeOptions(today)[0]).toEqual({ value: 'cooperation', label: 'Dienstliche Zusammenarbeit' })
    expect(legalBasisOptions(today)).toHaveLength(legalBases.entries.length)
    expect([...purposeOptions('2018-05-24'), ...legalBasisOptions('2018-05-24')]).toEqual([])
    expect([purposeLabel('press'), purposeLabel('later'), legalBasisLabel('later')]).toEqual(['Presse- und Öffentlichkeitsarbeit', 'later', 'later'])
    expect(legalBasisLabel('consent')).toContain('Art. 6 Abs. 1 Buchst. a')
  })
})

describe('agreements', () => {
  it.each([
    [null, null, null, 'running'],
    ['2026-11-23', null, null, 'planned'],
    ['2024-01-01', '2026-11-21', null, 'ended'],
    ['2024-01-01', today, null, 'ending'],
    ['2024-01-01', '2027-02-20', null, 'ending'],
    ['2024-01-01', '2027-02-21', null, 'running'],
    ['2024-01-01', '2027-12-31', '2026-12-31', 'ending'],
    ['2024-01-01', '2027-12-31', '2026-11-21', 'running'],
  ] as const)('from %s to %s with notice until %s is %s', (from, to, noticeUntil, state) => {
    expect(agreementState({ from, to, noticeUntil }, today)).toBe(state)
  })

  it('wants a title, and an end after the beginning', () => {
    expect(agreementSchema.safeParse({ id: 'a', contactId: 'c', title: ' ' }).success).toBe(false)
    expect(agreementSchema.safeParse({ id: 'a', contactId: 'c', title: 'X', from: '2026-01-02', to: '2026-01-01' }).success).toBe(false)
  })
})

it('wants a word about an encounter', () => {
  const encounter = { id: 'e', contactId: 'c', day: today, kind: 'call' }
  expect(encounterSchema.safeParse({ ...encounter, text: '  ' }).success).toBe(false)
  expect(encounterSchema.safeParse({ ...encounter, text: 'Termin vereinbart' }).success).toBe(true)
})
