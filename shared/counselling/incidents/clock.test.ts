import { describe, expect, it } from 'vitest'
import { clockOf, offerDetail } from './clock.ts'
import { firstAid, incidentCataloguesAsOf, incidentEntries, incidentEntry, incidentLabel, withFiner, type IncidentList } from './catalogues.ts'
import { differsFromPolice, emptyIncident, looksLikeProsecution, wordsOf, type IncidentFields } from './model.ts'
import { ruleById } from '../deadlines/data.ts'
import { hasSafety, noSafety, warningsOf } from '../safety/contract.ts'

const incident = (change: Partial<IncidentFields>): IncidentFields => ({ ...emptyIncident('2026-03-10', 'BB'), occurredOn: '2026-03-02', ...change })
const ends = (change: Partial<IncidentFields>) => Object.fromEntries(clockOf(incident(change)).map(({ rule, result }) => [rule, result?.deadline ?? null]))

describe('the clock of an incident', () => {
  it('is started by the life area: two months at work and in civil law, none where no law gives a claim', () => {
    expect(ends({ lifeArea: 'work-place' })).toEqual({ G1: '2026-05-04' })
    expect(ends({ lifeArea: 'goods-club' })).toEqual({ G3: '2026-05-04' })
    expect(ends({ lifeArea: 'public' })).toEqual({})
    expect(ends({ lifeArea: 'housing-neighbours' })).toEqual({})
  })

  it('counts at work from the refusal, else from knowledge, else from the incident', () => {
    expect(ends({ lifeArea: 'work-access', rejectionOn: '2026-03-05', knownOn: '2026-03-07' })).toEqual({ G1: '2026-05-05' })
    expect(ends({ lifeArea: 'work-place', knownOn: '2026-03-07' })).toEqual({ G1: '2026-05-07' })
    expect(clockOf(incident({ lifeArea: 'work-access' }))[0]?.startLabel).toContain('Zugang der Ablehnung')
  })

  it('counts a lasting violation in civil law from its end', () => {
    expect(ends({ lifeArea: 'housing-tenancy', occurredUntil: '2026-03-20' })).toEqual({ G3: '2026-05-20' })
  })

  it('knows Berlin: acts of public bodies there, and there alone', () => {
    expect(ends({ lifeArea: 'authority', land: 'BE' })).toEqual({ G4: '2027-12-31' })
    expect(ends({ lifeArea: 'authority' })).toEqual({})
  })

  it('follows the legal classification too, and offers each period once', () => {
    expect(ends({ lifeArea: 'work', laws: ['agg-work', 'agg-civil', 'crime'] })).toEqual({ G1: '2026-05-04', G3: '2026-05-04' })
  })

  it('asks for the dismissal and says that its beginning is missing', () => {
    const offers = clockOf(incident({ lifeArea: 'work-end' }))
    expect(offers.at(-1)).toMatchObject({ rule: 'G5', start: null, result: null })
    expect(offerDetail(offers[1] as never)).toContain('Beginn fehlt')
    expect(ends({ lifeArea: 'work-end', dismissalOn: '2026-03-04' }).G5).toBe('2026-03-25')
    expect(offerDetail(clockOf(incident({ lifeArea: 'work-place' }))[0] as never)).toContain('§ 15 Abs. 4 AGG, ab')
  })

  it('goes on to court three months after the claim was made, from the first one', () => {
    const claim = (id: string, assertedOn: string | null) => ({ id, code: 'agg15-2', assertedOn, amountCents: null, note: '' })
    expect(ends({ claims: [claim('a', '2026-04-20'), claim('b', '2026-04-10'), claim('c', null)] })).toEqual({ G2: '2026-07-10' })
    expect(ends({ claims: [claim('c', null)] })).toEqual({})
  })

  it('offers the application for prosecution as soon as an offence needs it, until it is made', () => {
    expect(ends({ applicationOffences: ['185'] })).toEqual({ V1: '2026-06-02' })
    expect(ends({ applicationOffences: ['185'], offenderKnownOn: '2026-03-09' })).toEqual({ V1: '2026-06-09' })
    expect(ends({ applicationOffences: ['185'], applicationFiledOn: '2026-03-12' })).toEqual({})
  })

  it('knows what follows in a criminal case: discontinuance, a penal order against the affected person, compensation for violence', () => {
    expect(ends({ discontinuedOn: '2026-03-30', penaltyServedOn: '2026-03-30' })).toEqual({ V2: '2026-04-13', V3: '2026-04-13' })
    expect(ends({ attack: true, offences: ['injury'] })).toEqual({ V4: '2027-03-02' })
    for (const offence of ['insult', 'damage']) expect(ends({ attack: true, offences: [offence] })).toEqual({})
  })

  it('puts the most pressing first', () => {
    const days = clockOf(incident({ lifeArea: 'work-end', dismissalOn: '2026-03-04', applicationOffences: ['223'] })).map(({ result }) => result?.deadline)
    expect(days).toEqual(['2026-03-25', '2026-05-04', '2026-06-02'])
  })
})

describe('lists of values', () => {
  const lists: IncidentList[] = ['characteristics', 'lifeAreas', 'forms', 'laws', 'claims', 'offences', 'applicationOffences', 'reportWays']

  it('bear a date, know each code once, and point to what exists', () => {
    expect(incidentCataloguesAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (const list of lists) {
      const entries = incidentEntries(list)
      expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
      for (const { parent, rule } of entries) {
        if (parent !== undefined) expect(incidentEntry(list, parent)).toBeDefined()
        if (rule !== undefined) expect(ruleById(rule).id).toBe(rule)
      }
    }
    const groups = firstAid.groups.map(({ code }) => code)
    expect(firstAid.items.every(({ group }) => groups.includes(group))).toBe(true)
  })

  it('are read in words, and a filter by the whole finds its kinds', () => {
    expect(incidentLabel('lifeAreas', 'work-end')).toBe('Arbeit · Beendigung')
    expect(incidentLabel('lifeAreas', 'from-a-newer-version')).toBe('from-a-newer-version')
    expect(withFiner('characteristics', 'racist')).toContain('racist-antisemitic')
  })
})

describe('small rules', () => {
  it('knows the look of a prosecutor\'s file number', () => {
    for (const good of ['1234 Js 5678/26', '12 UJs 345/25', '103 Js 1/26 A']) expect(looksLikeProsecution(good)).toBe(true)
    for (const odd of ['1234/26', 'Js 5678', '1234 Js 5678/2026']) expect(looksLikeProsecution(odd)).toBe(false)
  })

  it('calls another view of the police a finding, and nothing where the police knows of nothing', () => {
    const attack = { attack: true, motive: 'racism', policeKnown: 'yes', pmk: 'no' }
    expect(differsFromPolice(attack)).toBe(true)
    expect(differsFromPolice({ ...attack, pmk: 'yes' })).toBe(false)
    expect(differsFromPolice({ ...attack, motive: 'unclear', pmk: 'yes' })).toBe(true)
    expect(differsFromPolice({ ...attack, policeKnown: 'no' })).toBe(false)
  })

  it('sees words wherever they are written', () => {
    expect(wordsOf(incident({ lifeArea: 'work', characteristics: [{ code: 'age', ascribed: false }] }))).toEqual([])
    for (const change of [{ summary: 'x' }, { policeNumber: '4711' }, { evidence: [{ id: 'e', kind: 'witness', description: 'Nachbarin', datedOn: null, attachmentId: null, sha256: '' }] }]) {
      expect(wordsOf(incident(change))).toHaveLength(1)
    }
  })

  it('warns by words of what must not be done', () => {
    expect(hasSafety(noSafety)).toBe(false)
    expect(hasSafety({ ...noSafety, codeWord: 'Sommerregen' })).toBe(true)
    expect(warningsOf({ ...noSafety, noCalls: true, noLetters: true })).toEqual(['nicht anrufen', 'keine Briefe nach Hause'])
  })
})
