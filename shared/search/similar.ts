/**
 * One typing error in a word: a letter too many, one missing, one wrong, or two changed round. Words are in the comparable
 * form of `normalise.ts`, and as everywhere in the search the beginning of a word is enough.
 */

/** Shorter words have too many neighbours for any of them to be meant. */
const shortest = 4
/** In words shorter than this a wrong last letter counts only where the whole word was typed: "mülx" is "müll", and not everything with "mül". */
const shortestForBeginnings = 6

const alphabets = [
  { script: /^\p{Script=Latin}+$/u, letters: [...'abcdefghijklmnopqrstuvwxyz'] },
  { script: /^\p{Script=Cyrillic}+$/u, letters: [...'абвгґдђеєжзиіјклљмнњопрстћуфхцчџшщъыьэюя'] },
  { script: /^\p{Script=Greek}+$/u, letters: [...'αβγδεζηθικλμνξοπρσςτυφχψω'] },
  { script: /^\p{Script=Arabic}+$/u, letters: [...'ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگکی'] },
  { script: /^\p{Script=Hebrew}+$/u, letters: [...'אבגדהוזחטיךכלםמןנסעףפץצקרשת'] },
]

/** A spelling that may have been meant: the beginning of a word, or the word as a whole. */
export interface Spelling {
  text: string
  whole: boolean
}

/** Every spelling one error away from a word, the word itself left out; none for short words and for those with digits. */
export function neighbours(word: string): Spelling[] {
  const letters = [...word]
  const alphabet = alphabets.find(({ script }) => script.test(word))?.letters
  if (letters.length < shortest || alphabet === undefined) return []
  const found = new Map<string, boolean>()
  const add = (parts: readonly string[], whole = false): void => {
    const text = parts.join('')
    // What begins with the word itself is found anyway.
    if (text !== '' && !text.startsWith(word)) found.set(text, whole && (found.get(text) ?? true))
  }
  for (let at = 0; at < letters.length; at += 1) {
    const before = letters.slice(0, at)
    const from = letters.slice(at)
    const after = letters.slice(at + 1)
    const whole = at === letters.length - 1 && letters.length < shortestForBeginnings
    add([...before, ...after], whole)
    if (after.length > 0) add([...before, after[0] ?? '', from[0] ?? '', ...after.slice(1)])
    for (const letter of alphabet) {
      add([...before, letter, ...after], whole)
      add([...before, letter, ...from])
    }
  }
  return [...found].map(([text, whole]) => ({ text, whole }))
}

/** The words of a text, as they are written there, that a typed word may have meant. */
export function wordsMeant(word: string, text: string, comparableWords: (text: string) => readonly string[]): string[] {
  const spellings = neighbours(word)
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((written) =>
    comparableWords(written).some((plain) => spellings.some(({ text: meant, whole }) => whole ? plain === meant : plain.startsWith(meant))))
}
