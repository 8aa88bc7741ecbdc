import wordsFile from '../../resources/counselling/alias-words.json' with { type: 'json' }

const words: readonly string[] = wordsFile.words

const key = (alias: string): string => alias.normalize('NFKC').trim().toLocaleLowerCase('de')

/**
 * Suggests an alias from the neutral word list („Linde“), never from anything about the person. A word that is taken gets the
 * next free number („Linde 2“) once the list is used up.
 *
 * @param taken aliases already in use, upper or lower case does not matter
 * @param random a number from 0 up to, not including, 1; given by the caller so that this stays pure
 */
export const suggestAlias = (taken: Iterable<string>, random: number): string => {
  const used = new Set([...taken].map(key))
  const start = Math.floor(random * words.length)
  for (let round = 1; ; round++) {
    for (let step = 0; step < words.length; step++) {
      const word = words[(start + step) % words.length] as string
      const alias = round === 1 ? word : `${word} ${round}`
      if (!used.has(key(alias))) return alias
    }
  }
}
