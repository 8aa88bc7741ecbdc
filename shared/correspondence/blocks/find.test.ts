import { describe, expect, it } from 'vitest'
import { bodyFromText } from '../body.ts'
import { findBlocks, indexBlocks } from './find.ts'
import type { TextBlockItem } from './model.ts'

const block = (title: string, text: string, more: Partial<TextBlockItem> = {}): TextBlockItem => ({
  id: title, title, shortForm: '', category: 'Allgemeines', ownerId: null, ownerName: '', validFrom: null, validUntil: null, note: '', number: 1, used: 0,
  parts: [{ id: 'a', kind: 'always', label: '', group: '', preset: true, runOn: false, body: bodyFromText(text) }], ...more,
})
const all = indexBlocks([
  block('Eingangsbestätigung', 'Ihr Schreiben ist eingegangen.', { shortForm: 'ein' }),
  block('Fristverlängerung', 'Bitte um Verlängerung bis zum Eingang der Unterlagen.', { shortForm: 'frist' }),
  block('Einladung', 'Herzlich willkommen im Rathaus.', { shortForm: 'einl', category: 'Einladungen' }),
  block('Alter Hinweis', 'Früher galt anderes.', { validUntil: '2025-12-31' }),
  block('Künftiger Hinweis', 'Bald gilt anderes.', { validFrom: '2027-01-01' }),
])
const titles = (query: string): string[] => findBlocks(all, query, '2026-11-22').map(({ title }) => title)

describe('findBlocks', () => {
  it('puts the typed short form first, then titles, then words of the text', () => {
    expect(titles('ein')).toEqual(['Eingangsbestätigung', 'Einladung', 'Fristverlängerung'])
  })
  it('finds words of text and category and any spelling of umlauts', () => {
    expect(titles('rathaus')).toEqual(['Einladung'])
    expect(titles('einladungen')).toEqual(['Einladung'])
    expect(titles('verlaengerung eingang')).toEqual(['Fristverlängerung'])
    expect(titles('bestat')).toEqual([])
    expect(titles('eingangsbestat')).toEqual(['Eingangsbestätigung'])
  })
  it('offers what doesn’t apply only when it is asked for, and last', () => {
    expect(titles('')).toEqual(['Eingangsbestätigung', 'Fristverlängerung', 'Einladung'])
    expect(titles('hinweis')).toEqual(['Alter Hinweis', 'Künftiger Hinweis'])
    expect(titles('a').at(-1)).toBe('Künftiger Hinweis')
  })
})
