import { Hunspell } from 'hunspell-wasm'
import startHunspell from 'hunspell-wasm/wasm/hunspell.js'
import type { Dictionary } from './dictionary.ts'

/** Says of single words whether they are spelt right. */
export interface Speller {
  isRight(word: string): boolean
  /** The likeliest words first. May take a third of a second. */
  suggest(word: string): string[]
}

/** Starts Hunspell with a dictionary: a quarter of a second, 30 MB. Belongs into a thread. */
export async function startSpeller({ rules, words, program }: Dictionary): Promise<Speller> {
  // The program is handed over, so that it looks for no file and asks for no address. It has this parameter, its declaration doesn't.
  const start = startHunspell as (options: { wasmBinary: Uint8Array }) => Promise<unknown>
  const hunspell = new Hunspell(await start({ wasmBinary: program }), rules, words)
  return { isRight: (word) => hunspell.testSpelling(word), suggest: (word) => hunspell.getSpellingSuggestions(word) }
}
