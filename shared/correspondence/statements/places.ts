/** A place of a text: words, and how many equal places lie before it. */
export interface TextPlace {
  quote: string
  nth: number
}

/** The place that a stretch of a text is. */
export function placeAt(text: string, start: number, end: number): TextPlace {
  const quote = text.slice(start, end)
  return { quote, nth: starts(text, quote).filter((at) => at < start).length }
}

/**
 * Where a place is in a text that may have changed since. When places before it have gone, the last that is left is taken: rather a
 * neighbour than none. Null when the words are no longer there.
 */
export function findPlace(text: string, { quote, nth }: TextPlace): { start: number; end: number } | null {
  const all = starts(text, quote)
  const start = all[nth] ?? all.at(-1)
  return start === undefined ? null : { start, end: start + quote.length }
}

function starts(text: string, quote: string): number[] {
  const found: number[] = []
  if (quote === '') return found
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}
