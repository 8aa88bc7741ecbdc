import { describe, expect, it } from 'vitest'
import { readHandOut } from './hand-out.ts'
import { changeOf, displayedAt, flagsOf } from './stock.ts'

const editions = [
  { materialId: 'm', editionId: 'ar', title: 'Wegweiser für Neuzugewanderte', languages: ['ar'], edition: '3. Auflage', balance: 40 },
  { materialId: 'm', editionId: 'de', title: 'Wegweiser für Neuzugewanderte', languages: ['de'], edition: '3. Auflage', balance: 0 },
  { materialId: 'k', editionId: 'uk', title: 'Kita-Anmeldung leicht erklärt', languages: ['de', 'uk'], edition: '', balance: 12 },
]

describe('what was typed in a hurry', () => {
  it.each([
    ['5 ar wegweiser an Jugendamt', 5, 'ar', 'Jugendamt', ['ar']],
    ['wegw 20 arabisch für Familienzentrum Nord', 20, 'ar', 'Familienzentrum Nord', ['ar']],
    ['kita', 1, '', '', ['uk']],
    ['ukrainisch', 1, 'uk', '', ['uk']],
    // What is there stands first.
    ['wegweiser', 1, '', '', ['ar', 'de']],
    ['3 neuzugew an Bibliothek an der Oder', 3, '', 'Bibliothek an der Oder', ['ar', 'de']],
    ['', 1, '', '', []],
    ['tr wegweiser', 1, 'tr', '', []],
  ] as const)('%s', (line, amount, language, party, found) => {
    const read = readHandOut(line, editions)
    expect({ ...read, found: read.found.map(({ editionId }) => editionId) }).toEqual({ amount, language, party, found })
  })
})

describe('the journal', () => {
  it('counts what comes and goes, and a count makes the balance what was counted', () => {
    expect([changeOf('in', 5, 3), changeOf('out', 5, 9), changeOf('display', 2, 9), changeOf('return', 2, 9), changeOf('discard', 4, 9), changeOf('count', 7, 9)]).toEqual([5, -5, -2, 2, -4, -2])
  })

  it('knows where copies lie until the place is cleared', () => {
    const line = (kind: 'display' | 'return' | 'out', party: string, change: number, on: string) => ({ kind, party, change, on, contactId: null })
    expect(displayedAt([line('display', 'Bürgeramt', -20, '2026-01-02'), line('display', 'Bibliothek', -10, '2026-01-03'), line('out', 'Bürgeramt', -1, '2026-01-04'), line('display', 'bürgeramt', -5, '2026-02-01'), line('return', 'Bibliothek', 4, '2026-02-02')]))
      .toEqual([{ contactId: null, party: 'Bürgeramt', since: '2026-01-02', amount: 25 }])
  })

  it('says what should be done, the most urgent first; outdated editions ask for nothing but to be taken away', () => {
    const edition = { balance: 10, minStock: 0, reviewOn: null, outdatedOn: null, displayed: [] }
    expect(flagsOf([edition], '2026-11-22')).toEqual([])
    expect(flagsOf([{ ...edition, balance: -1, minStock: 5, reviewOn: '2026-11-22' }], '2026-11-22')).toEqual(['negative', 'review', 'reorder'])
    expect(flagsOf([{ ...edition, minStock: 50, reviewOn: '2026-01-01', outdatedOn: '2026-02-01', displayed: [{}] }], '2026-11-22')).toEqual(['outdated-displayed', 'none-current'])
  })
})
