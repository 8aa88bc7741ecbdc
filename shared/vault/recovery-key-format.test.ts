import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  RECOVERY_KEY_GROUPS,
  parseRecoveryKey,
  recoveryKeyGroups,
  recoveryKeyProblemText,
} from './recovery-key-format.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** As it is copied: groups joined by hyphens. */
const formatRecoveryKey = (key: Uint8Array) => recoveryKeyGroups(key).join('-')
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('recovery key format', () => {
  it('has nine groups of equal length', () => {
    const groups = recoveryKeyGroups(new Uint8Array(32))
    expect(groups).toHaveLength(RECOVERY_KEY_GROUPS)
    expect(new Set(groups.map((group) => group.length))).toEqual(new Set([7]))
  })

  it('comes back from paper, whatever the case, spacing and look-alikes', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const text = formatRecoveryKey(key)
        const typed = text.toLowerCase().replaceAll('-', ' \u2013\n').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(parseRecoveryKey(text)).toEqual({ ok: true, key })
        expect(parseRecoveryKey(typed)).toEqual({ ok: true, key })
      }),
    )
  })

  it('detects any single wrong character and names its group', () => {
    fc.assert(
      fc.property(keys, fc.nat(62), fc.integer({ min: 1, max: 31 }), (key, place, shift) => {
        const characters = [...recoveryKeyGroups(key).join('')]
        const digit = ALPHABET.indexOf(characters[place] ?? '')
        characters[place] = ALPHABET[(digit + shift) % 32] ?? ''
        expect(parseRecoveryKey(characters.join(''))).toEqual({
          ok: false,
          problem: { kind: 'group', groups: [Math.floor(place / 7) + 1] },
        })
      }),
      { numRuns: 500 },
    )
  })

  it('detects neighbours that changed places and groups in the wrong order', () => {
    fc.assert(
      fc.property(keys, fc.nat(61), fc.nat(8), fc.nat(8), (key, place, first, second) => {
        const groups = recoveryKeyGroups(key)
        const characters = [...groups.join('')]
        const swapped = [...characters]
        swapped[place] = characters[place + 1] ?? ''
        swapped[place + 1] = characters[place] ?? ''
        fc.pre(swapped.join('') !== characters.join(''))
        expect(parseRecoveryKey(swapped.join('')).ok).toBe(false)
        const reordered = [...groups]
        reordered[first] = groups[second] ?? ''
        reordered[second] = groups[first] ?? ''
        fc.pre(reordered.join() !== groups.join())
        expect(parseRecoveryKey(reordered.join('-')).ok).toBe(false)
      }),
    )
  })

  it('says what is wrong with a length, a strange character and a false checksum', () => {
    const text = formatRecoveryKey(new Uint8Array(32).fill(7))
    const short = parseRecoveryKey(text.slice(1))
    expect(short).toMatchObject({ ok: false, problem: { kind: 'length', expected: 63, found: 62 } })
    const strange = parseRecoveryKey(`U${text.slice(1)}`)
    expect(strange).toEqual({ ok: false, problem: { kind: 'character', group: 1, character: 'U' } })
    expect(recoveryKeyProblemText({ kind: 'group', groups: [3] })).toBe('In Gruppe 3 stimmt ein Zeichen nicht.')
    expect(recoveryKeyProblemText({ kind: 'checksum' })).toContain('Prüfsumme')
  })
})
