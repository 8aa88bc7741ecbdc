/** A piece of a line in one direction and one font. */
export interface Piece {
  readonly text: string
  readonly arabic: boolean
}

const joiners = '\u200C\u200D'
const tokens = new RegExp(
  `[\\p{Script=Arabic}\\p{M}${joiners}]+|[\\p{L}\\p{N}]+(?:[.,:/@_+-][\\p{L}\\p{N}]+)*|\\s+|[^\\s]`, 'gu')
const mirrored: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' }

/**
 * Parts a line that reads from right to left into pieces in the order in which they are read, to be drawn one after the other
 * from the right edge. Latin words and numbers that stand together keep their own order; brackets open the other way. This is
 * what the Unicode bidirectional algorithm makes of plain sentences; text with further nesting isn't its business.
 */
export function fromRight(line: string): Piece[] {
  const pieces: Piece[] = []
  // Signs after a Latin word belong to it as soon as another Latin word follows.
  let held: Piece[] = []
  for (const [token] of line.matchAll(tokens)) {
    const arabic = /[\u0600-\u06FF]/u.test(token)
    const latin = !arabic && /[\p{L}\p{N}]/u.test(token)
    const last = pieces.at(-1)
    if (latin && last && isLatin(last)) {
      pieces[pieces.length - 1] = { text: last.text + held.map(({ text }) => text).join('') + token, arabic: false }
      held = []
    } else if (latin || arabic) {
      pieces.push(...held.map(turned), { text: token, arabic })
      held = []
    } else held.push({ text: token, arabic })
  }
  return [...pieces, ...held.map(turned)]
}

function isLatin({ text, arabic }: Piece): boolean {
  return !arabic && /[\p{L}\p{N}]/u.test(text)
}

function turned(piece: Piece): Piece {
  return { ...piece, text: mirrored[piece.text] ?? piece.text }
}
