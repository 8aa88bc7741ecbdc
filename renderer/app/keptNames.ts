/** Words of names, in small letters. In memory of the window alone, gone at lock. */
const names = new Set<string>()
let changes = 0

/**
 * Keeps the words of names that somebody sees anyway, such as those in the address of a letter: spelling doesn't mark them. So the name of
 * a client needs no place in any dictionary, and nobody's card is read for it.
 */
export function keepNames(texts: readonly string[]): void {
  const before = names.size
  for (const text of texts) for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) names.add(word.normalize('NFC').toLowerCase())
  if (names.size > before) changes += 1
}

/** Whether all parts of a word are kept names, with or without the s of the genitive. */
export function isKeptName(word: string): boolean {
  const parts = word.normalize('NFC').toLowerCase().split(/[-'’]/u).filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => names.has(part) || names.has(part.replace(/s$/u, '')))
}

/** Counts every time that a name came. */
export function keptNamesEpoch(): number {
  return changes
}
