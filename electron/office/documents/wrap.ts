/** Measures a line in whatever unit the caller thinks in. */
export type Measure = (text: string) => number

/** Breaks a text at spaces, and inside words that are longer than a line, into lines that are at most `width` wide. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph.trim(), width, measure))
}

function wrapParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replaceAll('e. V.', 'e.\u00A0V.').split(/[ \t]+/u)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}

/** Cuts a word where the line is full, after a stroke, point or at sign if there is one. */
function breakWord(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = []
  let rest = [...word]
  while (rest.length > 1 && measure(rest.join('')) > width) {
    let end = 1
    while (end < rest.length && measure(rest.slice(0, end + 1).join('')) <= width) end += 1
    const soft = rest.slice(0, end).findLastIndex((sign, index) => index > 2 && /[-/@._]/u.test(sign))
    const cut = soft > 0 ? soft + 1 : end
    pieces.push(rest.slice(0, cut).join(''))
    rest = rest.slice(cut)
  }
  return [...pieces, rest.join('')]
}

/** Lines in the largest size at which all of them fit. */
export interface FittedText {
  lines: { text: string; size: number }[]
  /** Sum of the lines' heights. */
  height: number
}

/** What a box of text is fitted by. */
export interface Fitting {
  width: number
  height: number
  /** Sizes to try, the largest first. */
  sizes: readonly number[]
  /** Down to this size every text stands on one line if it can; only then are they broken, in sizes up to a step above. */
  whole: number
  measure: (text: string, size: number) => number
  heightOf: (size: number) => number
}

/**
 * Gives texts in the largest size at which they fit a box: unbroken where that leaves them readable, otherwise broken
 * between words. In the smallest size what is too long even so is cut at the box's end.
 */
export function fitLines(texts: readonly string[], { width, height, sizes, whole, measure, heightOf }: Fitting): FittedText {
  const smallest = Math.min(...sizes)
  const at = (size: number, lines: readonly string[]): FittedText => ({ lines: lines.map((text) => ({ text, size })), height: lines.length * heightOf(size) })
  const unbroken = sizes.find((size) => size >= whole && texts.every((text) => measure(text, size) <= width) && texts.length * heightOf(size) <= height)
  if (unbroken !== undefined) return at(unbroken, texts)
  for (const size of sizes.filter((candidate) => candidate <= whole * 1.12)) {
    const wordsFit = texts.every((text) => text.split(/[ \n]+/u).every((word) => measure(word, size) <= width))
    const lines = texts.flatMap((text) => wrap(text, width, (line) => measure(line, size)))
    if ((wordsFit || size === smallest) && lines.length * heightOf(size) <= height) return at(size, lines)
  }
  const most = Math.max(1, Math.floor(height / heightOf(smallest)))
  return at(smallest, texts.flatMap((text) => wrap(text, width, (line) => measure(line, smallest))).slice(0, most))
}
