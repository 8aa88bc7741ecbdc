import { expect, it } from 'vitest'
import { typingErrors } from './distance.ts'
import { soundOf } from './phonetics.ts'

// Examples of the original paper and of common German names.
it.each([['wikipedia', '3412'], ['mullerludenscheidt', '65752682'], ['breschnew', '17863'], ['meier', '67'], ['mayr', '67'], ['schmidt', '862'], ['schmitt', '862'],
  ['philipp', '351'], ['xaver', '4837'], ['heinz', '068'], ['', '']])('%s sounds like %s', (word, sound) => expect(soundOf(word)).toBe(sound))

it.each([['kowalski', 'kowalsky', 1], ['petrneko', 'petrenko', 1], ['schulze', 'schultze', 1], ['abc', 'abc', 0], ['', 'a', 1], ['hassan', 'hossein', null]] as const)(
  '%s and %s are %s errors apart', (a, b, errors) => {
    expect(typingErrors(a, b, 1)).toBe(errors)
    expect(typingErrors(b, a, 1)).toBe(errors)
  })
