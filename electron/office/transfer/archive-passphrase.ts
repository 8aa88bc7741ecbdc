import { OfficeError } from '../../../shared/errors.ts'
import { archiveGuesses } from '../../../shared/transfer/model.ts'
import { passphraseGuesses } from '../../../shared/vault/passphrase-strength.ts'

/**
 * @param context words that an attacker would try first
 * @throws OfficeError `invalid` for a passphrase of an archive that is too easy to guess; null stands for a paper without one
 */
export async function expectHardToGuess(passphrase: string | null, context: string[]): Promise<void> {
  if (passphrase === null || (await passphraseGuesses(passphrase, context)) >= archiveGuesses) return
  throw new OfficeError('invalid', { fields: { passphrase: 'Diese Passphrase ist für ein Archiv zu leicht zu erraten. Bitte eine längere wählen oder die vorgeschlagene nehmen.' } })
}
