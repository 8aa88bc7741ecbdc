import { isKeptName, keptNamesEpoch } from '../../app/keptNames.ts'
import { office } from '../../app/office.ts'

/** How many words are asked about at once. */
const mostAtOnce = 300

/** What is known of words so far: true for wrong ones. In memory of the window alone, gone at lock. */
const wrong = new Map<string, boolean>()
/** Counts every change, so that whoever keeps results knows when they are old. */
let epoch = 0

/** Number of the present state of the verdicts. */
export function verdictEpoch(): number {
  return epoch + keptNamesEpoch()
}

/** Whether a word is known to be wrong; a name that stands on the screen anyway isn't. */
export function isWrong(word: string): boolean {
  return wrong.get(word) === true && !isKeptName(word)
}

/** Takes a word for right, in every text until the office is locked. */
export function accept(word: string): void {
  wrong.set(word, false)
  epoch += 1
}

/** Forgets what is known, because dictionary or contacts may have changed. */
export function forgetVerdicts(): void {
  wrong.clear()
  epoch += 1
}

/** Asks about the first words that nothing is known of. @returns true when there was something to ask */
export async function learn(words: Iterable<string>): Promise<boolean> {
  const asked: string[] = []
  for (const word of new Set(words)) {
    if (!wrong.has(word)) asked.push(word)
    if (asked.length === mostAtOnce) break
  }
  if (asked.length === 0) return false
  const found = new Set(await office.correspondence.language.check({ words: asked }))
  for (const word of asked) wrong.set(word, found.has(word))
  epoch += 1
  return true
}
