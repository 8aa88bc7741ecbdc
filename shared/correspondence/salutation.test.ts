import { describe, expect, it } from 'vitest'
import { impersonalSalutation, salutationFor, type LetterPerson } from './salutation.ts'

const person = (parts: Partial<LetterPerson>): LetterPerson =>
  ({ kind: 'person', familyName: '', givenNames: '', nameOrder: 'given-first', title: '', salutation: 'none', ...parts })

describe('salutationFor', () => {
  it.each([
    [{ salutation: 'ms', title: 'Dr.', givenNames: 'Erika', familyName: 'Muster' }, 'Sehr geehrte Frau Dr. Muster,'],
    [{ salutation: 'mr', givenNames: 'Jan', familyName: 'von der Heide' }, 'Sehr geehrter Herr von der Heide,'],
    [{ salutation: 'name', givenNames: 'Kim', familyName: 'Nguyen' }, 'Guten Tag Kim Nguyen,'],
    [{ salutation: 'mr', givenNames: 'Suharto' }, 'Sehr geehrter Herr Suharto,'],
    [{ salutation: 'ms', familyName: 'García Márquez', givenNames: 'Ana' }, 'Sehr geehrte Frau García Márquez,'],
    [{ salutation: 'name', familyName: 'Nguyễn', givenNames: 'Thị Mai', nameOrder: 'family-first' }, 'Guten Tag Nguyễn Thị Mai,'],
    [{ salutation: 'mr', familyName: 'Beispiel', salutationText: ' Sehr geehrter Herr Oberbürgermeister ' }, 'Sehr geehrter Herr Oberbürgermeister,'],
    [{ familyName: 'Beispiel', salutationText: 'Liebe Kolleginnen und Kollegen!' }, 'Liebe Kolleginnen und Kollegen!'],
    [{ salutation: 'ms', familyName: 'Muster', salutationText: '  ' }, 'Sehr geehrte Frau Muster,'],
  ] as const)('addresses %o', (parts, expected) => expect(salutationFor(person(parts))).toBe(expected))

  it('stays impersonal where no form was chosen, whatever the first name suggests', () => {
    expect(salutationFor(person({ givenNames: 'Maria', familyName: 'Muster' }))).toBe(impersonalSalutation)
    expect(salutationFor(null)).toBe(impersonalSalutation)
  })
})
