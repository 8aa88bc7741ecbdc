import { describe, expect, it } from 'vitest'
import { readSignature, signatureFields } from './signature.ts'

describe('a mail signature', () => {
  it('is read line by line', () => {
    expect(readSignature([
      'Mit freundlichen Grüßen', '', 'Dr. Ana von der Heide', 'Referentin für Integration', '', 'Stadt Musterstadt', 'Fachbereich Soziales', 'Neumarkt 5, 03046 Cottbus',
      'Tel.: 0355 612-2008 | Fax: 0355 612-13 2008', 'Mobil: 0171 1234567', 'a.heide@example.org', 'www.example.org', 'Denken Sie an die Umwelt',
    ].join('\r\n'))).toEqual({
      organisation: 'Stadt Musterstadt', department: 'Fachbereich Soziales', title: 'Dr.', givenNames: 'Ana', familyName: 'von der Heide', role: 'Referentin für Integration',
      street: 'Neumarkt 5', postalCode: '03046', place: 'Cottbus', phone: '0355 612-2008', mobile: '0171 1234567', fax: '0355 612-13 2008', email: 'a.heide@example.org', web: 'www.example.org',
      note: 'Denken Sie an die Umwelt',
    })
  })

  it('keeps every line that it does not understand', () => {
    expect(readSignature('> Bea Adam\n> kommt immer donnerstags').note).toBe('kommt immer donnerstags')
    expect(readSignature('')).toMatchObject({ familyName: '', note: '' })
  })

  it('becomes fields of the import, empty ones left out', () => {
    expect(signatureFields(readSignature('Bea Adam\nCaritas Görlitz'))).toEqual([['organisation', 'Caritas Görlitz'], ['givenNames', 'Bea'], ['familyName', 'Adam']])
  })
})
