import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { normalizePassphrase, passphraseLength, passphraseProblem } from './passphrase.ts'

/** What the strength meter shows. */
export interface PassphraseStrength {
  /** 0 (guessed at once) to 4 (out of reach). */
  score: 0 | 1 | 2 | 3 | 4
  word: string
  /** One sentence that helps to choose a better one; absent when nothing is left to improve. */
  tip?: string
}

const WORDS = ['sehr schwach', 'schwach', 'mäßig', 'gut', 'sehr gut'] as const

/**
 * Decimal powers of guesses from which the next score begins. An attacker who has the file is limited by Argon2id with
 * 64 MiB to some ten thousand guesses a second on rented hardware: 10^11 guesses are months, 10^14 centuries.
 */
const THRESHOLDS = [6, 8, 11, 14] as const

const TIP_SENTENCE = 'Ein Satz aus vier oder mehr Wörtern, die nichts miteinander zu tun haben, ist stark und merkbar.'

let factory: Promise<ZxcvbnFactory> | undefined

/** Loads estimator and word lists (about 1 MB) at the first call; a screen without a new passphrase never pays for them. */
async function estimator(): Promise<ZxcvbnFactory> {
  factory ??= (async () => {
    const [core, common, german] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-de'),
    ])
    return new core.ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...german.dictionary },
      graphs: common.adjacencyGraphs,
      translations: german.translations,
    })
  })()
  return factory
}

/** Decimal power of the guesses that a passphrase withstands; 0 for one that is too short. @param context as for {@link passphraseStrength} */
export async function passphraseGuesses(passphrase: string, context: string[] = []): Promise<number> {
  return passphraseProblem(passphrase) ? 0 : (await estimator()).check(normalizePassphrase(passphrase), wordsOf(context)).guessesLog10
}

function wordsOf(context: string[]): string[] {
  return context.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2)
}

/** What IT asks of a new passphrase besides the rule that everybody has. */
export interface PassphraseFloor {
  length?: number | undefined
  strength?: number | undefined
}

/** German text of what a passphrase lacks; null when it may be used. @param context words that an attacker would try first */
export async function strengthProblem(passphrase: string, { length = 0, strength = 0 }: PassphraseFloor, context: readonly string[]): Promise<string | null> {
  const missing = length - passphraseLength(passphrase)
  if (missing > 0) return `Die Passphrase braucht nach Vorgabe Ihrer IT mindestens ${length} Zeichen; es ${missing === 1 ? 'fehlt noch 1' : `fehlen noch ${missing}`}.`
  if (strength === 0) return null
  const { score, word, tip } = await passphraseStrength(passphrase, [...context])
  return score >= strength ? null : `Die Passphrase ist ${word}; Ihre IT verlangt mindestens „${WORDS[strength] ?? ''}“.${tip === undefined ? '' : ` ${tip}`}`
}

/**
 * Estimates how hard a passphrase is to guess, with German words and one tip.
 *
 * @param context words that an attacker would try first, such as the name of the office and of the person
 */
export async function passphraseStrength(passphrase: string, context: string[] = []): Promise<PassphraseStrength> {
  const problem = passphraseProblem(passphrase)
  if (problem) return { score: 0, word: WORDS[0], tip: problem }
  const result = (await estimator()).check(normalizePassphrase(passphrase), wordsOf(context))
  const score = THRESHOLDS.filter((threshold) => result.guessesLog10 >= threshold).length as PassphraseStrength['score']
  if (score === 4) return { score, word: WORDS[score] }
  return { score, word: WORDS[score], tip: result.feedback.warning ?? TIP_SENTENCE }
}
