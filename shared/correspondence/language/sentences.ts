import style from '../../../resources/correspondence/plain-style.json' with { type: 'json' }

/** A sentence and where it stands in its paragraph, in UTF-16 units. */
export interface Sentence {
  start: number
  end: number
  words: readonly { word: string; start: number; end: number }[]
}

const dotted = new Set(style.dottedAbbreviations)
const wordPattern = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’*_-]|:(?=\p{L}))*/gu

/**
 * Parts a paragraph into sentences. A full stop ends none after an abbreviation (Abs., z. B.), a single letter, or the number of a day
 * or an order (9. November, 2. Abschnitt); the end of the paragraph always does, so that headings and items of lists count as sentences.
 */
export function sentencesOf(paragraph: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const stop of paragraph.matchAll(/[.!?…]+["“”’)»]*(?=\s+["„‚(«]?[\p{Lu}\p{N}])|\n/gu)) {
    if (stop[0].startsWith('.') && !endsSentence(paragraph.slice(start, stop.index))) continue
    add(start, stop.index + stop[0].length)
    start = stop.index + stop[0].length
  }
  add(start, paragraph.length)
  return found

  function add(from: number, to: number): void {
    const words = [...paragraph.slice(from, to).matchAll(wordPattern)].map((match) => ({ word: match[0], start: from + match.index, end: from + match.index + match[0].length }))
    const [first] = words
    if (!first) return
    found.push({ start: first.start, end: from + paragraph.slice(from, to).trimEnd().length, words })
  }
}

function endsSentence(before: string): boolean {
  const last = /[\p{L}\p{M}\p{N}]+$/u.exec(before)?.[0] ?? ''
  if (/^\p{N}{1,2}$/u.test(last) || /^\p{L}$/u.test(last)) return false
  return !dotted.has(last.toLowerCase())
}
