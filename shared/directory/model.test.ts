import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchKey } from './match-key.ts'
import { contactInputSchema, preferredOf, roleSchema } from './model.ts'
import { compareNames, displayName, listName, sortKey } from './names.ts'
import { findOrganisationType, organisationTypeLabel, organisationTypes, organisationTypesOn } from './organisation-types.ts'

const person = (familyName: string, givenNames: string, more: object = {}) =>
  ({ kind: 'person' as const, familyName, givenNames, nameOrder: 'given-first' as const, title: '', ...more })

describe('names', () => {
  it('writes a name out in its own order and never splits it', () => {
    expect(displayName(person('Țuțea', 'Ștefan', { title: 'Dr.' }))).toBe('Dr. Ștefan Țuțea')
    expect(displayName(person('Nguyễn', 'Thị Mai', { nameOrder: 'family-first' }))).toBe('Nguyễn Thị Mai')
    expect(displayName(person('', 'Abdul'))).toBe('Abdul')
    expect(displayName(person('García Márquez', 'Ana María'))).toBe('Ana María García Márquez')
    expect(listName(person('Țuțea', 'Ștefan', { title: 'Dr.' }))).toBe('Țuțea, Ștefan')
    expect(listName(person('Nguyễn', 'Thị Mai', { nameOrder: 'family-first' }))).toBe('Nguyễn Thị Mai')
    expect(listName(person('Abdul', ''))).toBe('Abdul')
  })

  it('sorts by German dictionary order', () => {
    const sorted = ['Ächim', 'Adam', 'Čapek', 'Cottbus', 'Łukasz', 'Mueller', 'Müller', 'Müllner', 'Öz', 'Schule 2', 'Schule 10', 'Straße', 'Strasser', 'Țuțea', 'Zoo']
    expect([...sorted].reverse().sort((a, b) => sortKey(a) < sortKey(b) ? -1 : 1)).toEqual(sorted)
  })

  it('agrees with the German collation of the runtime wherever letters differ', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyzäöüßéèêçñčšžńóřěşţő']
    const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
    const base = new Intl.Collator('de', { sensitivity: 'base' })
    fc.assert(fc.property(word, word, (a, b) => {
      const expected = Math.sign(base.compare(a, b))
      if (expected !== 0) expect(sortKey(a) < sortKey(b) ? -1 : 1).toBe(expected)
    }), { numRuns: 1000 })
    expect(compareNames('Schule 2', 'Schule 10')).toBeLessThan(0)
  })
})

describe('contact model', () => {
  it('fills what is empty, trims and composes', () => {
    const contact = contactInputSchema.parse({ kind: 'organisation', name: '  Mu\u0308llerhaus ' })
    expect(contact).toMatchObject({ name: 'Müllerhaus', department: '', typeCode: null, addresses: [], channels: [], tags: [] })
  })

  it('wants a name, but a single one is enough', () => {
    expect(contactInputSchema.safeParse({ kind: 'person' }).success).toBe(false)
    expect(contactInputSchema.safeParse({ kind: 'organisation', name: ' ' }).success).toBe(false)
    expect(contactInputSchema.safeParse({ kind: 'person', givenNames: 'Abdul' }).success).toBe(true)
  })

  it('refuses an unknown type and a role that ends before it begins', () => {
    expect(contactInputSchema.safeParse({ kind: 'organisation', name: 'A', typeCode: 'castle' }).success).toBe(false)
    const role = { id: 'r', personId: 'p', organisationId: 'o', title: 'Leitung', from: '2024-02-01', to: '2024-01-31' }
    expect(roleSchema.safeParse(role).success).toBe(false)
    expect(roleSchema.safeParse({ ...role, to: null }).success).toBe(true)
    expect(roleSchema.safeParse({ ...role, to: '2024-02-30' }).success).toBe(false)
  })

  it('takes the marked entry as preferred, otherwise the first', () => {
    expect(preferredOf([{ preferred: false, n: 1 }, { preferred: true, n: 2 }])).toMatchObject({ n: 2 })
    expect(preferredOf([{ preferred: false, n: 1 }])).toMatchObject({ n: 1 })
    expect(preferredOf([])).toBeUndefined()
  })

  it('recognises the same contact in two spellings, and keeps departments and namesakes elsewhere apart', () => {
    const key = (name: string, department: string, place: string) => matchKey({
      kind: 'organisation', name, department,
      addresses: [{ id: 'a', kind: 'office', street: '', extra: '', postalCode: '', place, country: 'DE', preferred: true }],
    })
    expect(key('Stadtverwaltung Cottbus/Chósebuz', 'Straße', 'Cottbus')).toBe(key('Stadtverwaltung  Cottbus/Chóśebuz', 'Strasse', 'COTTBUS'))
    expect(key('Jobcenter', '', 'Forst')).not.toBe(key('Jobcenter', '', 'Peitz'))
    expect(key('Stadt', 'Sozialamt', 'Forst')).not.toBe(key('Stadt', 'Jugendamt', 'Forst'))
  })
})

describe('organisation types', () => {
  it('has unique codes, filled labels, real days and groups that exist', () => {
    const codes = organisationTypes.entries.map((entry) => entry.code)
    expect(new Set(codes).size).toBe(codes.length)
    const groups = new Set(organisationTypes.groups.map((group) => group.code))
    for (const entry of organisationTypes.entries) {
      expect(groups.has(entry.group), entry.code).toBe(true)
      expect(entry.label.trim()).not.toBe('')
      expect(entry.short.length).toBeLessThanOrEqual(22)
      expect(entry.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    expect(organisationTypes.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('offers every type in its group on a day, none before the catalogue begins', () => {
    expect(organisationTypesOn('2026-11-21').flatMap((group) => group.items)).toHaveLength(organisationTypes.entries.length)
    expect(organisationTypesOn('1990-01-01')).toEqual([])
    expect(organisationTypeLabel('mbe', 'short')).toBe('MBE')
    expect(organisationTypeLabel('unknown-code')).toBe('unknown-code')
    expect(findOrganisationType('castle')).toBeUndefined()
  })
})
