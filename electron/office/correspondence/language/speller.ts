import { Hunspell } from 'hunspell-wasm'
import startHunspell from 'hunspell-wasm/wasm/hunspell.js'
import type { Dictionary } from './dictionary.ts'

/** Says of single words whether they are spelt right. */
export interface Speller {
  isRight(word: string): boolean
  /** The likeliest words first. May take a third of a second, on a busy computer a whole one. */
  suggest(word: string): string[]
}

/** Starts Hunspell with a dictionary: a quarter of a second, 30 MB. Belongs into a thread. */
export async function startSpeller({ rules, words, program }: Dictionary): Promise<Speller> {
  // The program is handed over, so that it looks for no file and asks for no address. It has this parameter, its declaration doesn't.
  const start = startHunspell as (options: { wasmBinary: Uint8Array }) => Promise<unknown>
  const hunspell = new Hunspell(await start({ wasmBinary: program }), rules, words)
  return { isRight: (word) => hunspell.testSpelling(word), suggest: (word) => suggestPatiently(hunspell, word) }
}

/** Hunspell gives up after a quarter of a second by the clock on the wall, also where it got hardly any of it to work in. */
const tries = 5

/** Asks again when nothing was found: on a busy computer the first try finds nothing where the second one does. */
function suggestPatiently(hunspell: Hunspell, word: string): string[] {
  for (let left = tries; left > 1; left--) {
    const found = hunspell.getSpellingSuggestions(word)
    if (found.length > 0) return found
  }
  return hunspell.getSpellingSuggestions(word)
}
