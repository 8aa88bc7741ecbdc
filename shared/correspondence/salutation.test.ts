import { describe, expect, it } from 'vitest'
import { impersonalSalutation, salutationFor } from './salutation.ts'

describe('salutationFor', () => {
  it.each([
    [{ form: 'ms', title: 'Dr.', givenNames: 'Erika', familyName: 'Muster' }, 'Sehr geehrte Frau Dr. Muster,'],
    [{ form: 'mr', givenNames: 'Jan', familyName: 'von der Heide' }, 'Sehr geehrter Herr von der Heide,'],
    [{ form: 'name', givenNames: 'Kim', familyName: 'Nguyen' }, 'Guten Tag Kim Nguyen,'],
    [{ form: 'name', title: 'Prof. Dr.', givenNames: 'Sasha', familyName: 'Ivanova' }, 'Guten Tag Prof. Dr. Sasha Ivanova,'],
    [{ form: 'mr', givenNames: 'Suharto' }, 'Sehr geehrter Herr Suharto,'],
  ] as const)('addresses %o', (person, expected) => expect(salutationFor(person)).toBe(expected))

  it('stays impersonal where no form was chosen or no name is known, whatever the first name suggests', () => {
    expect(salutationFor({ form: 'none', givenNames: 'Maria', familyName: 'Muster' })).toBe(impersonalSalutation)
    expect(salutationFor({ form: 'ms', title: 'Dr.', familyName: ' ' })).toBe(impersonalSalutation)
    expect(salutationFor(null)).toBe(impersonalSalutation)
  })
})
