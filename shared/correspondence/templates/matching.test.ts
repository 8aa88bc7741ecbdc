import { describe, expect, it } from 'vitest'
import { fieldsOf, normalName } from './fields.ts'
import { matchName, mostSimilar } from './matching.ts'

const fields = fieldsOf('brief')

describe('names of a template', () => {
  it.each([['Betreff', 'betreff'], ['BETREFF', 'betreff'], ['Aktenzeichen', 'unser_zeichen'], ['Ihr Zeichen', 'ihr_zeichen'], ['E-Mail', 'email'], ['Grußformel', 'gruss'], ['Empfänger', 'empfaenger']])(
    '%s is taken as %s', (name, field) => expect(matchName(name, fields)).toEqual({ field, proposals: [] }),
  )

  it('that are only similar are proposed, never taken', () => {
    expect(matchName('betref', fields)).toMatchObject({ field: null, proposals: expect.arrayContaining(['betreff']) })
    expect(matchName('Anlagenliste', fields).proposals).toContain('anlagen')
    expect(matchName('Xylophon', fields)).toEqual({ field: null, proposals: [] })
  })

  it('mean what was decided before', () => {
    expect(matchName('Vorgang', fields, 'unser_zeichen').field).toBe('unser_zeichen')
    expect(matchName('Vorgang', fields, 'gibt_es_nicht').field).toBe(null)
  })

  it('of a kind go before the common ones, and a note needs no address', () => {
    expect(matchName('Gegenstand', fieldsOf('stellungnahme')).field).toBe('gegenstand')
    expect(fieldsOf('vermerk').find(({ key }) => key === 'anschrift')?.required).toBe(false)
    expect(fieldsOf('brief').find(({ key }) => key === 'anschrift')?.required).toBe(true)
  })

  it('are compared without case, umlauts and signs', () => {
    expect(normalName('  Ihre Nachricht (vom) ')).toBe('ihre_nachricht_vom')
    expect(mostSimilar('datumm', ['datum', 'euro'])).toBe('datum')
    expect(mostSimilar('zzz', ['datum'])).toBe(null)
  })
})
