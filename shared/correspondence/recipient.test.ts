import { describe, expect, it } from 'vitest'
import { addressSchema, organisationSchema, personSchema } from '../directory/model.ts'
import { recipientFrom } from './recipient.ts'

const address = (parts: object) => addressSchema.parse({ id: 'a', ...parts })
const office = organisationSchema.parse({
  kind: 'organisation', name: 'Landkreis Muster', department: 'Sozialamt',
  addresses: [
    address({ id: 'h', kind: 'office', street: 'Amtsweg 1', postalCode: '01234', place: 'Muster' }),
    address({ id: 'p', kind: 'postal', street: 'Postfach 10 01', postalCode: '01233', place: 'Muster' }),
  ],
})
const person = (parts: object = {}) => personSchema.parse({ kind: 'person', familyName: 'Nguyễn', givenNames: 'Thị Mai', nameOrder: 'family-first', salutation: 'ms', ...parts })

describe('recipientFrom', () => {
  it('writes to an organisation at its postal address', () => {
    expect(recipientFrom(office)).toEqual({
      recipientName: 'Landkreis Muster',
      addressLines: ['Landkreis Muster', 'Sozialamt', 'Postfach 10 01', '01233 Muster'],
      salutation: 'Sehr geehrte Damen und Herren,',
    })
  })

  it('takes the salutation that was chosen for an organisation', () => {
    expect(recipientFrom({ ...office, salutationText: 'Sehr geehrte Mitglieder des Beirats' }).salutation).toBe('Sehr geehrte Mitglieder des Beirats,')
  })

  it('prefers the address that was marked', () => {
    const addresses = office.addresses.map((one) => ({ ...one, preferred: one.kind === 'office' }))
    expect(recipientFrom({ ...office, addresses }).addressLines).toContain('Amtsweg 1')
  })

  it('writes to a person at the organisation, not at home', () => {
    const home = address({ kind: 'home', street: 'Wohnweg 3', postalCode: '01234', place: 'Muster' })
    expect(recipientFrom(person({ addresses: [home] }), office)).toEqual({
      recipientName: 'Nguyễn Thị Mai, Landkreis Muster',
      addressLines: ['Landkreis Muster', 'Sozialamt', 'Frau Nguyễn Thị Mai', 'Postfach 10 01', '01233 Muster'],
      salutation: 'Sehr geehrte Frau Nguyễn,',
    })
    expect(recipientFrom(person({ addresses: [home] })).addressLines).toEqual(['Frau Nguyễn Thị Mai', 'Wohnweg 3', '01234 Muster'])
  })

  it('leaves the organisation off a private address', () => {
    const home = address({ kind: 'home', street: 'Wohnweg 3', postalCode: '01234', place: 'Muster' })
    const lines = recipientFrom(person({ addresses: [home] }), { ...office, addresses: [] }).addressLines
    expect(lines).toEqual(['Frau Nguyễn Thị Mai', 'Wohnweg 3', '01234 Muster'])
  })

  it('gives what there is for a contact without an address', () => {
    expect(recipientFrom(person({ salutation: 'none' })).addressLines).toEqual(['Nguyễn Thị Mai'])
  })
})
