import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighbours, wordsMeant } from './similar.ts'
import { normalisedWords } from './normalise.ts'

const meant = (word: string) => neighbours(word).map(({ text }) => text)

describe('neighbours of a word', () => {
  it('hold every word with one letter too many, missing, wrong, or two changed round', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    const word = fc.array(letter, { minLength: 5, maxLength: 12 })
    fc.assert(fc.property(word, letter, fc.nat(), (letters, other, seed) => {
      const at = seed % letters.length
      const typed = [
        letters.toSpliced(at, 1), letters.toSpliced(at, 0, other), letters.toSpliced(at, 1, other),
        letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()),
      ]
      const right = letters.join('')
      for (const wrong of typed.map((parts) => parts.join(''))) {
        const found = wrong.length < 4 || right.startsWith(wrong) || meant(wrong).some((text) => right.startsWith(text))
        expect(found, `${wrong} → ${right}`).toBe(true)
      }
    }), { numRuns: 300 })
  })

  it('know other scripts, and leave short words and numbers alone', () => {
    expect(meant('михоил')).toContain('михаил')
    expect(meant('abc')).toEqual([])
    expect(meant('0355612')).toEqual([])
  })

  it('say which written word was meant', () => {
    expect(wordsMeant('mulelr', 'Müller, Anna · Mühlenstraße', normalisedWords)).toEqual(['Müller'])
  })
})
