import { describe, expect, it } from 'vitest'
import { addressLines, countryLine, personLine } from './address-block.ts'
import type { LetterPerson } from './salutation.ts'

const named = (parts: Partial<LetterPerson>): LetterPerson =>
  ({ kind: 'person', familyName: '', givenNames: '', nameOrder: 'given-first', title: '', salutation: 'none', ...parts })

const place = { street: 'Neumarkt 5', postalCode: '03046', city: 'Cottbus/Chóśebuz' }

describe('addressLines', () => {
  it('puts organisation, department and person above street and place', () => {
    const person = named({ salutation: 'ms', title: 'Dr.', givenNames: 'Erika', familyName: 'Muster' })
    expect(addressLines({ organisation: 'Stadtverwaltung', department: 'Fachbereich 61', person, ...place })).toEqual([
      'Stadtverwaltung', 'Fachbereich 61', 'Frau Dr. Erika Muster', 'Neumarkt 5', '03046 Cottbus/Chóśebuz',
    ])
  })

  it('leaves no blank lines where parts are missing or only spaces', () => {
    expect(addressLines({ organisation: ' Amt ', department: '  ', city: 'Ort' })).toEqual(['Amt', 'Ort'])
    expect(addressLines({})).toEqual([])
  })

  it('prints the country in capitals only abroad', () => {
    expect(addressLines({ organisation: 'Urząd', city: 'Zielona Góra', postalCode: '65-424', country: 'PL' }).at(-1)).toBe('POLEN')
    expect(addressLines({ organisation: 'Amt', ...place, country: 'DE' })).toHaveLength(3)
    expect(countryLine('Deutschland')).toBe('')
    expect(countryLine('Österreich')).toBe('ÖSTERREICH')
  })

  it('never takes more than six lines and never loses a part', () => {
    const parts = {
      organisation: 'Organisation', department: 'Abteilung', person: named({ salutation: 'mr', familyName: 'Kowalski' }),
      careOf: 'Haus der Vereine', addition: 'Ortsteil Nord', ...place, country: 'PL',
    }
    const lines = addressLines(parts)
    expect(lines).toHaveLength(6)
    for (const part of ['Organisation', 'Abteilung', 'Herrn Kowalski', 'c/o Haus der Vereine', 'Ortsteil Nord', 'Neumarkt 5', 'POLEN']) {
      expect(lines.join('\n')).toContain(part)
    }
  })

  it('keeps one part on one line even when it was pasted with breaks', () => {
    expect(addressLines({ organisation: 'Amt\r\nfür Soziales', city: 'Ort' })).toEqual(['Amt für Soziales', 'Ort'])
  })
})

describe('personLine', () => {
  it('says Frau or Herrn only where that form was chosen', () => {
    expect(personLine(named({ givenNames: 'Andrea', familyName: 'Rossi' }))).toBe('Andrea Rossi')
    expect(personLine(named({ salutation: 'name', title: 'Dr.', givenNames: 'Kim', familyName: 'Lê' }))).toBe('Dr. Kim Lê')
    expect(personLine(named({ salutation: 'ms', nameOrder: 'family-first', givenNames: 'Thị Mai', familyName: 'Nguyễn' }))).toBe('Frau Nguyễn Thị Mai')
    expect(personLine(named({ salutation: 'mr', familyName: 'Suharto' }))).toBe('Herrn Suharto')
    expect(personLine(named({ salutation: 'mr' }))).toBe('')
  })
})
