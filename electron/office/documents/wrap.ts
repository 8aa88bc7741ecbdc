/** Measures a line in whatever unit the caller thinks in. */
export type Measure = (text: string) => number

/** Breaks a text at spaces, and inside words that are longer than a line, into lines that are at most `width` wide. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph.trim(), width, measure))
}

function wrapParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u)) {
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

/**
 * Gives texts in the largest offered size at which they fit a box; in the smallest where even that one is too large, then
 * cut at the box's end.
 * @param heightOf height of a line of a size
 */
export function fitLines(
  texts: readonly string[], box: { width: number; height: number }, sizes: readonly number[],
  measure: (text: string, size: number) => number, heightOf: (size: number) => number,
): FittedText {
  const smallest = Math.min(...sizes)
  for (const size of sizes) {
    const lines = texts.flatMap((text) => wrap(text, box.width, (line) => measure(line, size)))
    // Names are not broken as long as a smaller size keeps them whole.
    if (size > smallest && lines.length > texts.length && size > 8) continue
    if (lines.length * heightOf(size) <= box.height) return { lines: lines.map((text) => ({ text, size })), height: lines.length * heightOf(size) }
  }
  const most = Math.max(1, Math.floor(box.height / heightOf(smallest)))
  const lines = texts.flatMap((text) => wrap(text, box.width, (line) => measure(line, smallest))).slice(0, most)
  return { lines: lines.map((text) => ({ text, size: smallest })), height: lines.length * heightOf(smallest) }
}
