/**
 * Rules for passphrases. There is one rule only, length: BSI IT-Grundschutz ORP.4.A22 (edition 2023) asks for a suitable
 * quality and warns against rules that produce predictable patterns; NIST SP 800-63B-4 section 3.1.1.2 says the same.
 */

/** Fewest characters, counted as Unicode code points after normalisation. There is no upper limit. */
export const PASSPHRASE_MIN_LENGTH = 12

/**
 * The form of a passphrase that goes into the key derivation. NFKC, so that "ü" typed as one character on Windows and as
 * "u" plus dots on a Mac is the same passphrase, and so that full-width or ligature forms do not lock anybody out.
 */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC')
}

/** Length in code points after NFKC. */
export function passphraseLength(passphrase: string): number {
  return [...normalizePassphrase(passphrase)].length
}

/** German text of what is wrong with a passphrase, or `undefined` when it may be used. */
export function passphraseProblem(passphrase: string): string | undefined {
  const length = passphraseLength(passphrase)
  if (length >= PASSPHRASE_MIN_LENGTH) return undefined
  if (length === 0) return 'Bitte eine Passphrase eingeben.'
  const missing = PASSPHRASE_MIN_LENGTH - length
  return `Die Passphrase braucht mindestens ${PASSPHRASE_MIN_LENGTH} Zeichen; es ${missing === 1 ? 'fehlt noch 1' : `fehlen noch ${missing}`}.`
}
