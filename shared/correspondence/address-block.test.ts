import { describe, expect, it } from 'vitest'
import { addressLines, countryLine, personLine } from './address-block.ts'

const place = { street: 'Neumarkt 5', postalCode: '03046', city: 'Cottbus/Chóśebuz' }

describe('addressLines', () => {
  it('puts organisation, department and person above street and place', () => {
    const person = { form: 'ms', title: 'Dr.', givenNames: 'Erika', familyName: 'Muster' } as const
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
      organisation: 'Organisation', department: 'Abteilung', person: { form: 'mr', familyName: 'Kowalski' } as const,
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
    expect(personLine({ form: 'none', givenNames: 'Andrea', familyName: 'Rossi' })).toBe('Andrea Rossi')
    expect(personLine({ form: 'name', title: 'Dr.', givenNames: 'Kim', familyName: 'Nguyễn' })).toBe('Dr. Kim Nguyễn')
    expect(personLine({ form: 'mr', familyName: 'Suharto' })).toBe('Herrn Suharto')
    expect(personLine({ form: 'mr' })).toBe('')
  })
})
