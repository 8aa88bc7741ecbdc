import { describe, expect, it } from 'vitest'
import { readNeeds, readPersons, readQuickLine } from './words.ts'

const codes = (text: string) => readNeeds(text).needs.map(({ code, count }) => (count > 1 ? `${count} ${code}` : code))

describe('needs as people write them', () => {
  it.each([
    ['vegetarisch', ['vegetarian']], ['Vegan, glutenfrei', ['vegan', 'gluten']], ['2x halal und 1 vegan', ['2 halal', 'vegan']], ['kein Schweinefleisch', ['no-pork']], ['Nussallergie', ['nuts']],
    ['keine Nüsse', ['nuts']], ['keine Allergien', []], ['nein', []], ['-', []], ['ich esse alles', []], ['Rollstuhl', ['step-free']], ['Laktoseintoleranz; Kinder', ['milk', 'childcare']], ['3 vegetarisch', ['3 vegetarian']],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected))

  it('keeps what means nothing known, and takes only the groups that are asked for', () => {
    expect(readNeeds('vegan, lieber am Fenster').rest).toEqual(['lieber am Fenster'])
    expect(readNeeds('vegan, Rollstuhl', ['access'])).toMatchObject({ needs: [{ code: 'step-free' }], rest: ['vegan'] })
  })
})

it.each([['3', 3], ['3 Personen', 3], ['zwei', 2], ['2 Erwachsene, 1 Kind', 3], ['+2', 3], ['viele', null], ['1,5', null], ['0', null], ['9999', null]])('reads a number of persons: %s', (text, expected) => {
  expect(readPersons(text)).toBe(expected)
})

it('reads the quick line in any order', () => {
  expect(readQuickLine('Kim Nguyen')).toMatchObject({ name: 'Kim Nguyen', organisation: '', persons: 1, needs: [] })
  expect(readQuickLine('Kim Nguyen, Chor der Vielen, 3, vegan, bringt Kuchen mit')).toMatchObject({ name: 'Kim Nguyen', organisation: 'Chor der Vielen', persons: 3, needs: [{ code: 'vegan', count: 1 }], note: 'bringt Kuchen mit' })
  expect(readQuickLine('Ali; halal; Verein 1990')).toMatchObject({ organisation: 'Verein 1990', persons: 1, needs: [{ code: 'halal' }] })
})
