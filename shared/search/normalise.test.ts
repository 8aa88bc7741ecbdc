import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, queryTokens, searchText } from './normalise.ts'

/** What the index does with the tokens: each must be the beginning of an indexed word. */
function finds(query: string, parts: string[]): boolean {
  const indexed = searchText(parts).split(' ')
  const tokens = queryTokens(query)
  return tokens.length > 0 && tokens.every((token) => indexed.some((word) => word.startsWith(token)))
}

const SPELLINGS: string[][] = [
  ['Müller', 'Mueller', 'muller', 'MÜLLER', 'Mu\u0308ller', 'Müll'],
  ['Straße', 'Strasse', 'STRASSE', 'straße', 'STRAẞE'],
  ['Yılmaz', 'Yilmaz', 'YILMAZ', 'yılmaz', 'YİLMAZ'],
  ['Cottbus/Chóśebuz', 'Chosebuz', 'chóśebuz', 'Chósebuz', 'cottbus'],
  ['Łužyca', 'Luzyca', 'łužyca'],
  ['Nguyễn Thị Mai', 'nguyen thi mai', 'Mai Nguyen', 'Nguye\u0302\u0303n'],
  ['Țuțea, Ștefan', 'Tutea', 'stefan tutea', 'Ţuţea'],
  ['Şahin-Öztürk', 'Sahin', 'Oeztuerk', 'sahinozturk', 'Sahin Öztürk'],
  ["O'Neill", 'ONeill', 'O’Neill', 'neill', 'O´Neill'],
  ['Al-Hassan, Abdul', 'alhassan', 'Al Hassan', 'abdul al'],
  ['Østergård Æbelø', 'ostergard', 'aebelo', 'Aebeloe'],
  ['Đorđević', 'Dordevic'],
  ['AWO KV OSL e. V.', 'awo e.V.', 'osl'],
  ['Михаил Йовков', 'михаил', 'Йовков', 'ЙОВКОВ'],
  ['محمد', 'محمد'],
]

const NUMBERS = ['0355 612-2008', '0355/6122008', '+49 355 6122008', '+49 (0)355 612 2008', '0049 355 6122008', '03556122008']

describe('search normaliser', () => {
  it.each(SPELLINGS)('finds %s by each of its spellings', (stored, ...queries) => {
    for (const query of [stored, ...queries]) expect(finds(query, [stored]), `${query} → ${stored}`).toBe(true)
  })

  it('finds the stored spelling without an umlaut by the one with it, and the other way round', () => {
    const variants = ['Müller', 'Mueller', 'Muller']
    for (const stored of variants) for (const query of variants) expect(finds(query, [stored])).toBe(true)
    expect(finds('Möller', ['Müller'])).toBe(false)
  })

  it.each(NUMBERS)('finds the number stored as %s by every way to write it, by its beginning and by its extension', (stored) => {
    for (const query of [...NUMBERS, '0355 612', '03556122']) expect(finds(query, [stored]), `${query} → ${stored}`).toBe(true)
    expect(finds('0356 612-2008', [stored])).toBe(false)
  })

  it('finds an extension and a foreign number', () => {
    expect(finds('2008', ['0355 612-2008'])).toBe(true)
    expect(finds('612-2008', ['0355 612-2008'])).toBe(true)
    expect(finds('+48 68 123', ['0048 68 123 45 67'])).toBe(true)
  })

  it('does not let a number grow out of two parts', () => {
    expect(finds('0304612', ['03046', '12'])).toBe(false)
  })

  it('finds any name by upper case, decomposed form and two-letter umlauts, and by each of its beginnings', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyzäöüßÄÖÜčćśšžźżłńóřěęąğışțșđøåæœþéèêëïîôûÿñõãçňťďůűő']
    const name = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''))
    const twoLetters = (text: string) => text.replace(/[äöü]/gu, (umlaut) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[umlaut] ?? umlaut)
    fc.assert(fc.property(name, name, fc.nat(), (first, second, cut) => {
      const stored = `${first} ${second}`
      const letterCount = [...first].length
      const beginning = [...first].slice(0, 1 + (cut % letterCount)).join('')
      const spellings = [stored, stored.toUpperCase(), stored.normalize('NFD'), twoLetters(stored), beginning, `${second} ${first}`]
      for (const spelling of spellings) expect(finds(spelling, [stored]), spelling).toBe(true)
    }), { numRuns: 500 })
  })

  it('never throws and gives tokens that are safe inside quotes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const token of queryTokens(text)) expect(token).toMatch(/^[\p{L}\p{N}]+$/u)
      expect(searchText([text])).not.toContain('"')
    }), { numRuns: 500 })
    expect(queryTokens('" OR * NEAR(')).toEqual(['or', 'near'])
    expect(queryTokens('   ')).toEqual([])
  })

  it('finds every text by itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const words = comparable(text)
      if (words !== '' && !/\d/u.test(text)) expect(finds(text, [text])).toBe(true)
    }), { numRuns: 500 })
  })
})
