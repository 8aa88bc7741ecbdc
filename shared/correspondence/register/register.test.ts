import { describe, expect, it } from 'vitest'
import { parentCode, planTree, readPlan, usualPlan } from './file-plan.ts'
import { followUpFor } from './model.ts'
import { formatNumber, initialsOf, numberPatternSchema } from './number-pattern.ts'

describe('numbers by the pattern of the office', () => {
  it('fills what stands in braces and leaves no empty part behind', () => {
    const parts = { year: 2026, sequence: 42, plan: '50.3-12.07', initials: 'MM' }
    expect(formatNumber('{Aktenplan}-{Jahr}/{lfd}-{Kürzel}', parts)).toBe('50.3-12.07-2026/0042-MM')
    expect(formatNumber('{lfd:2}/{JJ}', { year: 2026, sequence: 7 })).toBe('07/26')
    expect(formatNumber('{Aktenplan}-{Jahr}/{lfd}', { year: 2026, sequence: 7 })).toBe('2026/0007')
    expect(formatNumber('{lfd:2}/{JJ}', { year: 2026, sequence: 12345 })).toBe('12345/26')
  })

  it.each([
    ['{Jahr}-{Nummer}', 'Platzhalter'], ['Brief {Jahr}', '{lfd}'], ['{lfd}', 'Jahr'], ['{Jahr}/{lfd', 'lfd'], ['{Jahr}/{lfd}}', 'Klammer'],
  ])('%s is refused', (pattern, word) => expect(numberPatternSchema.safeParse(pattern).error?.issues.map(({ message }) => message).join()).toContain(word))

  it('knows initials', () => expect([initialsOf('Mara Muster'), initialsOf('Éva Müller-Örtel')]).toEqual(['MM', 'ÉMÖ']))
})

describe('the Aktenplan', () => {
  it('is a tree by its numbers, also across gaps', () => {
    const classes = ['12', '12.07', '2', '12.07.01.9', '50.3-12'].map((code) => ({ code, title: code, retentionYears: null, archive: false }))
    const names = (nodes: ReturnType<typeof planTree>): unknown[] => nodes.map(({ code, children }) => [code, names(children)])
    expect(names(planTree(classes))).toEqual([['2', []], ['12', [['12.07', [['12.07.01.9', []]]]]], ['50.3-12', []]])
    expect(parentCode('12.07', new Set(['1']))).toBeNull()
  })

  it('reads a table and says of each bad line why', () => {
    const { classes, faults } = readPlan([
      ['Kennzahl', 'Bezeichnung', 'Jahre', 'Archiv'], ['10', 'Konzept', '30 Jahre', 'ja'], ['', '', ''], ['11', ''], ['10', 'Noch einmal'], ['12', 'Planung', 'viele'], ['13', 'Ohne Rest'],
    ])
    expect(classes).toEqual([{ code: '10', title: 'Konzept', retentionYears: 30, archive: true }, { code: '13', title: 'Ohne Rest', retentionYears: null, archive: false }])
    expect(faults).toEqual(['Zeile 4: Bitte eine Bezeichnung angeben.', 'Zeile 5: Die Kennzahl 10 steht schon weiter oben.', 'Zeile 6: „viele“ ist keine Zahl von Jahren.'])
  })

  it('that an office begins with has every class once', () => expect(new Set(usualPlan.map(({ code }) => code)).size).toBe(usualPlan.length))
})

it('a follow-up by the kind of mail falls on a day on which people work', () => {
  expect(followUpFor('letter', '2026-12-11', 'BB')).toBe('2026-12-28')
  expect(followUpFor('information', '2026-12-11', 'BB')).toBeNull()
})
