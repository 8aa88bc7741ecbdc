import { describe, expect, it } from 'vitest'
import { normalizePassphrase, passphraseLength, passphraseProblem } from './passphrase.ts'
import { passphraseStrength } from './passphrase-strength.ts'

describe('passphrase rules', () => {
  it('counts code points after NFKC, not UTF-16 units', () => {
    expect(passphraseLength('u\u0308'.repeat(6))).toBe(6)
    expect(passphraseLength('\u{1F511}'.repeat(12))).toBe(12)
    expect(passphraseProblem('\u{1F511}'.repeat(11))).toContain('fehlt noch 1')
  })

  it('asks for twelve characters and has no upper limit', () => {
    expect(passphraseProblem('')).toBe('Bitte eine Passphrase eingeben.')
    expect(passphraseProblem('zwölf Zeich')).toContain('mindestens 12')
    expect(passphraseProblem('zwölf Zeiche')).toBeUndefined()
    expect(passphraseProblem('x'.repeat(10_000))).toBeUndefined()
  })

  it('makes composed and decomposed umlauts the same passphrase', () => {
    expect(normalizePassphrase('Gru\u0308n')).toBe(normalizePassphrase('Gr\u00fcn'))
  })
})

describe('passphrase strength', () => {
  it('rates German words and repetition low, an odd sentence high', async () => {
    expect((await passphraseStrength('aaaaaaaaaaaaaaaa')).score).toBe(0)
    expect((await passphraseStrength('Integration12345')).score).toBeLessThan(2)
    expect(await passphraseStrength('Blaue Wolke tanzt 7 Gurken')).toEqual({ score: 4, word: 'sehr gut' })
  })

  it('gives one German tip while something can be improved', async () => {
    expect((await passphraseStrength('aaaaaaaaaaaaaaaa')).tip).toContain('aaa')
    expect((await passphraseStrength('kurz')).tip).toContain('mindestens 12')
  })

  it('counts the names of office and person as guessable', async () => {
    const without = await passphraseStrength('Zschopautaler Wroblewska')
    const within = await passphraseStrength('Zschopautaler Wroblewska', ['Stadt Zschopautaler', 'Anna Wroblewska'])
    expect(within.score).toBeLessThan(without.score)
  })
})
