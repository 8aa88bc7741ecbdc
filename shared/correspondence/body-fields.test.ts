import { describe, expect, it } from 'vitest'
import { emptyLetterhead } from '../settings/letterhead.ts'
import { bodyFields } from './body-field-names.ts'
import { bodyFieldValues, missingFields, withFieldValues, withFixedFields, withOpenFields } from './body-fields.ts'
import { bodyText, letterBodySchema, type BlockNode, type FieldNode, type LetterBody } from './body.ts'
import { gapPieces } from './gaps.ts'
import type { LetterFields } from './letter.ts'

const field = (key: string): FieldNode => ({ type: 'field', attrs: { field: key, value: null } })
const paragraph = (...content: (string | FieldNode)[]): BlockNode => ({ type: 'paragraph', content: content.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each)) })
const bodyOf = (...content: BlockNode[]): LetterBody => ({ type: 'doc', content })
const letter = {
  number: '2026/0042', date: '2026-11-30', salutation: 'Sehr geehrte Frau Muster,', recipientName: 'Frau Muster', addressLines: ['Frau Muster', '', '01999 Musterstadt'],
  yourReference: '', yourMessageOf: '2026-11-09', ourReference: '', subject: 'Plan', contactPerson: 'Jana Beispiel', signatureName: 'Mara Muster',
  facts: { deadline: '2026-12-14', fileReference: '50.3-12' },
} as LetterFields & { number: string; facts: { deadline: string; fileReference: string } }
const values = bodyFieldValues(letter, { ...emptyLetterhead, officeName: 'Stadt Musterstadt' })

describe('fields in a text', () => {
  it('say what the letter, its letterhead and its matter say', () => {
    const body = bodyOf(paragraph(field('anrede'), ' ', field('datum'), ' ', field('frist'), ' ', field('aktenzeichen'), ' ', field('unser_zeichen'), ' ', field('buero'), ' ', field('anschrift')))
    expect(bodyText(withFieldValues(body, values))).toBe('Sehr geehrte Frau Muster, 30. November 2026 14. Dezember 2026 50.3-12 2026/0042 Stadt Musterstadt Frau Muster, 01999 Musterstadt')
  })

  it('have a value each, as far as the letter knows it', () => expect([...values.keys()].toSorted()).toEqual(bodyFields.map(({ key }) => key).toSorted()))

  it('keep their letters bold, and are gaps that are seen and named where nothing is known', () => {
    const body = bodyOf(paragraph('bis ', { ...field('ihr_zeichen'), marks: [{ type: 'bold' }] }, field('telefon'), field('telefon'), field('kaffee')))
    const [, gap] = (withFieldValues(body, values).content[0] as { content: { text: string; marks?: unknown }[] }).content
    expect(gapPieces(gap?.text ?? '')).toEqual([{ text: '[Bitte ergänzen: Ihr Zeichen]', missing: true }])
    expect(gap?.marks).toEqual([{ type: 'bold' }])
    expect(missingFields(body, values)).toEqual(['Ihr Zeichen', 'Telefon', 'unbekanntes Feld „kaffee“'])
  })

  it('are found in lists, quotations, headings and cells', () => {
    const inside = { type: 'paragraph' as const, content: [field('telefon')] }
    for (const block of [
      { type: 'heading', attrs: { level: 1 }, content: [field('telefon')] }, { type: 'blockquote', content: [inside] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [inside, { type: 'orderedList', content: [{ type: 'listItem', content: [inside] }] }] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [inside] }] }] },
    ] as BlockNode[]) {
      expect(missingFields(bodyOf(block), values)).toEqual(['Telefon'])
      expect(JSON.stringify(withFieldValues(bodyOf(block), values))).not.toContain('"field"')
    }
  })

  it('say the same for ever once they are fixed, until they are opened again', () => {
    const body = bodyOf(paragraph(field('frist'), field('telefon')))
    const fixed = letterBodySchema.parse(withFixedFields(body, values))
    expect(bodyText(withFieldValues(fixed, new Map([['frist', 'später'], ['telefon', '1']])))).toBe('14. Dezember 20261')
    expect(bodyText(fixed)).toBe('14. Dezember 2026[Telefon]')
    expect(withOpenFields(fixed)).toEqual(body)
  })

  it('leave a text without fields as it is', () => {
    const body = bodyOf(paragraph('ohne'))
    expect(withFieldValues(body, values)).toEqual(body)
  })
})
