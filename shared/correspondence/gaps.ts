/** Signs of the private use area: no text that people write holds them. They only say where a gap begins and ends. */
const begin = '\uE000'
const end = '\uE001'

/** A place in a draft that somebody must fill in before it goes out; documents show it bold and highlighted. */
export function gap(what: string): string {
  return `${begin}[Bitte ergänzen: ${what}]${end}`
}

/** The text itself, or a gap that says what is missing. */
export function orGap(text: string, what: string): string {
  return text.trim() === '' ? gap(what) : text
}

/** Cuts a text into what is written and what is missing: gaps of a draft, and values that a template asks for (`‹fehlt: Ort›`). */
export function gapPieces(text: string): { text: string; missing: boolean }[] {
  return text.split(/(\uE000[^\uE001]*\uE001|‹fehlt: [^›]*›)/u).filter(Boolean).map((piece) => piece.startsWith(begin)
    ? { text: piece.slice(1, -1), missing: true }
    : { text: piece, missing: piece.startsWith('‹fehlt: ') })
}

/** The text as it reads where nothing can be highlighted. */
export function withoutGapSigns(text: string): string {
  return text.replaceAll(begin, '').replaceAll(end, '')
}
