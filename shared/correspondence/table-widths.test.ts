import { describe, expect, it } from 'vitest'
import type { TableNode } from './body.ts'
import { tableColumnWidths } from './table-widths.ts'

const table = (...rows: string[][]): TableNode => ({
  type: 'table',
  content: rows.map((texts) => ({ type: 'tableRow', content: texts.map((text) => ({ type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })) })),
})
const sum = (widths: number[]) => widths.reduce((all, each) => all + each, 0)

describe('tableColumnWidths', () => {
  it('shares out the whole width', () => {
    for (const rows of [[['a']], [['a', 'b'], ['', '']], [['Stadtteil', 'Plätze'], ['Nord', '12']], [Array.from({ length: 12 }, () => 'Integrationsbeauftragte')]]) {
      expect(sum(tableColumnWidths(table(...rows), 165, 11))).toBeCloseTo(165)
    }
  })

  it('gives a long text more than a figure, which still stands on one line', () => {
    const [number = 0, text = 0] = tableColumnWidths(table(['Nr.', 'Was'], ['12', 'Ein langer Satz über vieles, '.repeat(20)]), 165, 11)
    expect(text).toBeGreaterThan(number * 4)
    expect(number).toBeGreaterThanOrEqual(9)
  })

  it('doesn’t break the longest word of a column where there is room', () => {
    const [first = 0] = tableColumnWidths(table(['Integrationsbeauftragte', 'Ein langer Satz über vieles, '.repeat(20), 'noch einer, ebenso lang. '.repeat(20)]), 165, 11)
    expect(first).toBeGreaterThan(40)
  })
})
