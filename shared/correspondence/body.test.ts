import { describe, expect, it } from 'vitest'
import { bodyFromText, bodyText, hasHeaderRow, letterBodySchema, maxListDepth, type TableNode } from './body.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const nested = (depth: number): unknown =>
  depth === 0 ? paragraph('innen') : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] }

const cells = (type: string, ...texts: string[]) => ({ type: 'tableRow', content: texts.map((text) => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [paragraph(text)] })) })
const table = (...content: unknown[]) => ({ type: 'table', content })
const accepts = (...content: unknown[]) => letterBodySchema.safeParse({ type: 'doc', content }).success

describe('letterBodySchema', () => {
  it('takes what a letter may hold and drops attributes it does not know', () => {
    const body = { type: 'doc', content: [{ ...paragraph('Text'), attrs: { style: 'color:red' } }, nested(maxListDepth)] }
    expect(letterBodySchema.parse(body).content[0]).toEqual(paragraph('Text'))
  })

  it.each([
    ['an image', { type: 'image', attrs: { src: 'https://example.invalid/x.png' } }],
    ['a heading of the fourth level', { type: 'heading', attrs: { level: 4 } }],
    ['a table within a table', table({ type: 'tableRow', content: [{ type: 'tableCell', content: [table(cells('tableCell', 'x'))] }] })],
    ['a table without rows', table()],
    ['a table of thirteen columns', table(cells('tableCell', ...Array.from({ length: 13 }, () => 'x')))],
    ['a table of 301 rows', table(...Array.from({ length: 301 }, () => cells('tableCell', 'x')))],
    ['a table in a list', { type: 'bulletList', content: [{ type: 'listItem', content: [table(cells('tableCell', 'x'))] }] }],
    ['lists nested too deep in a cell', table({ type: 'tableRow', content: [{ type: 'tableCell', content: [nested(3)] }] })],
    ['a list in a quotation', { type: 'blockquote', content: [nested(1)] }],
    ['a field that is no name', { type: 'paragraph', content: [{ type: 'field', attrs: { field: '{x}' } }] }],
    ['a note without end', { type: 'paragraph', content: [{ type: 'reference', attrs: { text: 'x'.repeat(2_001) } }] }],
    ['a link', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }] }],
    ['lists nested too deep', nested(maxListDepth + 1)],
    ['lists nested without end', nested(500)],
  ])('refuses %s', (_, node) => expect(letterBodySchema.safeParse({ type: 'doc', content: [node] }).success).toBe(false))

  it('takes tables, quotations, fields and notes', () => {
    expect(accepts(
      table(cells('tableHeader', 'Ort', 'Zahl'), cells('tableCell', 'Nord', '12')),
      { type: 'blockquote', content: [paragraph('Zitat')] },
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'field', attrs: { field: 'frist', value: null }, marks: [{ type: 'bold' }] }] },
      { type: 'paragraph', content: [{ type: 'reference', attrs: { text: 'Quelle' } }, { type: 'field', attrs: { field: 'datum' } }] },
    )).toBe(true)
  })

  it('fills rows that are too short, and forgets merged cells and widths', () => {
    const [found] = letterBodySchema.parse({ type: 'doc', content: [table(cells('tableHeader', 'a', 'b'), cells('tableCell', 'c'))] }).content as [TableNode]
    expect(found.content.map(({ content }) => content.length)).toEqual([2, 2])
    expect(Object.keys(found.content[0]?.content[0] ?? {})).toEqual(['type', 'content'])
    expect(hasHeaderRow(found)).toBe(true)
  })

  it('cleans the text on the way in', () => {
    expect(letterBodySchema.parse({ type: 'doc', content: [paragraph('a\u0001\u0308')] })).toEqual({ type: 'doc', content: [paragraph('ä')] })
  })
})

describe('bodyText', () => {
  it('gives the words of every block on a line of its own', () => {
    const body = letterBodySchema.parse({ type: 'doc', content: [paragraph('eins'), nested(2), { type: 'paragraph' }, paragraph('drei')] })
    expect(bodyText(body)).toBe('eins\ninnen\n\ndrei')
  })

  it('says rows, fields and notes in words', () => {
    const body = letterBodySchema.parse({ type: 'doc', content: [
      table(cells('tableHeader', 'Ort', 'Zahl'), cells('tableCell', 'Nord', '12')),
      { type: 'paragraph', content: [{ type: 'field', attrs: { field: 'frist' } }, { type: 'field', attrs: { field: 'datum', value: '1. Mai 2026' } }, { type: 'reference', attrs: { text: 'Quelle' } }] },
    ] })
    expect(bodyText(body)).toBe('Ort | Zahl\nNord | 12\n[Frist der Stellungnahme]1. Mai 2026 (Quelle)')
  })

  it('is the way back of bodyFromText', () => expect(bodyText(bodyFromText('eins\n\n zwei '))).toBe('eins\nzwei'))
})
