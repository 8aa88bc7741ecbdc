import { soundOf } from './phonetics.ts'
import { typingErrors } from './distance.ts'

/** Whether two lists hold the same words in whatever order, and hold any. */
export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || a.length !== b.length) return false
  if (a.length === 1) return a[0] === b[0]
  const right = [...b].sort()
  return [...a].sort().every((word, index) => word === right[index])
}

/** Whether every word of the first list stands in the second, and there is one. */
export function containedIn(few: readonly string[], many: readonly string[]): boolean {
  return few.length > 0 && few.every((word) => many.includes(word))
}

/** How many letters stand in one word only: each error adds at most two, so most words are told apart without counting errors. */
function lettersApart(a: string, b: string): number {
  let apart = lettersOf(a) ^ lettersOf(b)
  let count = 0
  for (; apart !== 0; apart &= apart - 1) count += 1
  return count
}

function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/gu, '$1')
}

/** Whether two lists of the same length hold words that are the same, sound the same or differ by a typing error. */
export function alike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || a.length !== b.length) return false
  const left = [...b]
  return a.every((word) => {
    const found = left.findIndex((other) => word === other || wordsAlike(word, other))
    if (found >= 0) left.splice(found, 1)
    return found >= 0
  })
}

/** Short words must be equal but for a doubled letter: Ana is Anna, Ali is not Alim, and 4711 is not 4712. */
export function wordsAlike(a: string, b: string): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  if (shorter < 3 || longer - shorter > 3) return false
  if (longer - shorter === 1 && a[0] === b[0] && undoubled(a) === undoubled(b)) return !/\d/u.test(a)
  if (shorter < 4 || lettersApart(a, b) > 6 || /\d/u.test(a) || /\d/u.test(b)) return false
  const most = shorter >= 8 ? 2 : 1
  const errors = typingErrors(a, b, most + 1)
  if (errors === null) return false
  return errors <= most || (a[0] === b[0] && soundOf(a) === soundOf(b))
}
