import { comparable } from '../../search/normalise.ts'
import type { CodeField, Meaning, Vocabulary } from './vocabulary.ts'

const MOST = 3

/** The words of the catalogues that an unknown word may have meant, nearest first: its continuations, then those a slip away. */
export function nearestMeanings(text: string, vocabulary: Vocabulary, field?: CodeField): Meaning[] {
  const wanted = comparable(text)
  if (wanted.length < 2) return []
  const allowed = Math.max(1, Math.floor(wanted.length / 3))
  const near: { meaning: Meaning; distance: number }[] = []
  for (const [key, meaning] of vocabulary.words(field)) {
    if (key.startsWith(wanted)) near.push({ meaning, distance: 0 })
    else if (wanted.length > 2 && Math.abs(key.length - wanted.length) <= allowed) {
      const distance = editDistance(wanted, key)
      if (distance <= allowed) near.push({ meaning, distance })
    }
  }
  return near.sort((a, b) => a.distance - b.distance || a.meaning.word.length - b.meaning.word.length).slice(0, MOST).map(({ meaning }) => meaning)
}

/** Levenshtein distance, two neighbouring letters in the wrong order counted as one slip. */
export function editDistance(a: string, b: string): number {
  const cost: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  const at = (row: number, column: number): number => cost[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    cost.push(line)
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(at(row - 1, column) + 1, (line[column - 1] ?? 0) + 1, at(row - 1, column - 1) + same)
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, at(row - 2, column - 2) + 1)
      line.push(least)
    }
  }
  return at(a.length, b.length)
}
