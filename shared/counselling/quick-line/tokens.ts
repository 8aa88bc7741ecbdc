/** A stretch of the line; `end` is behind its last character. */
export interface Token {
  readonly kind: 'space' | 'word' | 'note'
  readonly start: number
  readonly end: number
  /** A word as typed; of a note the text without its quotes, dash or colon. */
  readonly text: string
}

const SPACE = /[\s,;]+/uy
const QUOTED = /["„“”«»]([^"„“”«»]*)["„“”«»]?/uy
const QUOTED_CASE = /@["„“”«»][^"„“”«»]*["„“”«»]?/uy
const NOTE_SIGN = /(?:[–—-]+|:)(?=\s|$)/uy
const WORD = /[^\s,;"„“”«»]+?(?=:?(?:[\s,;"„“”«»]|$))/uy
/** „1,5h“ is one word, though a comma parts words elsewhere. */
const DECIMAL = /\d+,\d+\p{L}*/uy

/**
 * Cuts a line into words, what is between them, and notes: what stands in quotes, and everything behind a dash that stands
 * alone or behind a colon that ends a word. The tokens are the line, character by character.
 */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = []
  const push = (kind: Token['kind'], start: number, end: number, text = line.slice(start, end)): void => {
    tokens.push({ kind, start, end, text })
  }
  let at = 0
  while (at < line.length) {
    const take = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at
      return pattern.exec(line)
    }
    const start = at
    const quoted = take(QUOTED)
    if (quoted) {
      at += quoted[0].length
      push('note', start, at, quoted[1])
      continue
    }
    const sign = take(NOTE_SIGN)
    if (sign) {
      at = line.length
      push('note', start, at, line.slice(start + sign[0].length))
      continue
    }
    const space = take(SPACE)
    const word = space ?? take(QUOTED_CASE) ?? take(DECIMAL) ?? take(WORD)
    at += word?.[0].length ?? 1
    push(space ? 'space' : 'word', start, at)
  }
  return tokens
}
