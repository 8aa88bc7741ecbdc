/** A word of a text and where it stands, in UTF-16 units from the beginning. */
export interface TextWord {
  word: string
  start: number
  end: number
}

/** A longer one is none that a dictionary could judge. */
export const longestWord = 80

/** Letters with hyphens, apostrophes and the signs of gender-neutral forms between them; a hyphen at the end belongs to it ("Aufenthalts- und"). */
const token = /[\p{L}\p{M}\p{N}@./\\-]*[\p{L}\p{M}][\p{L}\p{M}\p{N}@./\\’'*:_-]*/gu
const trailing = /[.:/*_’'\\]+$/u
const genderSign = /[*:_](?=(?:in|innen|r|n|e)(?:$|-))/gu

/**
 * The words of a text whose spelling can be judged. Left out: numbers and signs with digits, abbreviations with full stops, addresses
 * of the web, abbreviations in capitals (BAMF, AufenthG), other scripts than the Latin one.
 */
export function spellableWords(text: string): TextWord[] {
  return [...text.matchAll(token)].flatMap((match) => {
    const cut = match[0].replace(trailing, '')
    return parts(cut, match.index).filter(({ word }) => isSpellable(word))
  })
}

/** The word as the dictionary knows it: „Bürger*innen" is asked as „Bürgerinnen". */
export function plainForm(word: string): string {
  return word.replace(genderSign, '').replaceAll('’', "'").normalize('NFC')
}

/** A paragraph of which half of at least five words is unknown is written in another language. */
export function isForeign(words: number, unknown: number): boolean {
  return words >= 5 && unknown * 2 >= words
}

/** „Antrag/Anlage" and „z.B." are several words, „Mitarbeiter/innen" is one. */
function parts(cut: string, start: number): TextWord[] {
  if (/[@\\]|^www\.|:\/\//u.test(cut)) return []
  const found: TextWord[] = []
  for (const piece of cut.matchAll(/[^/]+/gu)) {
    const word = piece[0].replace(/^[.'’-]+/u, '').replace(trailing, '')
    const offset = piece[0].indexOf(word)
    // „-berechtigte" stands for the end of a word that was named before.
    if (word !== '' && !piece[0].startsWith('-')) found.push({ word, start: start + piece.index + offset, end: start + piece.index + offset + word.length })
  }
  return found
}

function isSpellable(word: string): boolean {
  if (word.length < 2 || word.length > longestWord || /[\p{N}.]/u.test(word)) return false
  if (/[^\p{Script=Latin}\p{M}'’*:_-]/u.test(word)) return false
  const plain = plainForm(word)
  if (/[*:_]/u.test(plain) || plain === 'innen') return false
  // „StAG" and „LADG" are abbreviations; „EInladung" is a slip.
  return plain.split('-').every((piece) => (piece.match(/\p{Lu}/gu)?.length ?? 0) < 2 || /^\p{Lu}{2}\p{Ll}{2,}$/u.test(piece))
}
