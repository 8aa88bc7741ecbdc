import type { Blackening, DossierText } from '../../../shared/counselling/privacy/model.ts'

/** Every place of a word in a text, whatever its case. */
export function marksOfWord({ key, text }: DossierText, word: string, why: string): Blackening[] {
  const marks: Blackening[] = []
  const low = text.toLocaleLowerCase('de')
  const wanted = word.toLocaleLowerCase('de')
  // Letters that change their length in lower case would shift every place behind them.
  const source = low.length === text.length ? low : text
  for (let at = source.indexOf(wanted); at !== -1 && wanted !== ''; at = source.indexOf(wanted, at + wanted.length)) marks.push({ key, start: at, end: at + wanted.length, why })
  return marks
}

/** A text cut at its marks, for the eye. */
export function pieces(text: string, marks: readonly Blackening[]): { at: number; words: string; black: boolean }[] {
  const found: { at: number; words: string; black: boolean }[] = []
  let at = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start > at) found.push({ at, words: text.slice(at, start), black: false })
    if (end > at) found.push({ at: Math.max(start, at), words: '', black: true })
    at = Math.max(at, end)
  }
  if (at < text.length) found.push({ at, words: text.slice(at), black: false })
  return found
}
