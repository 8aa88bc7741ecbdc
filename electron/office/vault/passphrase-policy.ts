import { OfficeError } from '../../../shared/errors.ts'
import { strengthProblem } from '../../../shared/vault/passphrase-strength.ts'
import { policy } from '../policy.ts'
import type { VaultSession } from './session.ts'

/**
 * A new passphrase must be as long and as strong as IT asks for, whatever the window thought of it.
 * @param context words that an attacker would try first: names of the office and its people
 * @throws OfficeError `invalid` with what is missing
 */
export async function expectStrong(passphrase: string, context: readonly string[]): Promise<void> {
  const { MinPassphraseLength, MinPassphraseStrength } = policy().values
  const problem = await strengthProblem(passphrase, { length: MinPassphraseLength, strength: MinPassphraseStrength }, context)
  if (problem !== null) throw new OfficeError('invalid', { detail: problem, fields: { passphrase: problem, next: problem } })
}

/** The words of an opened vault that a passphrase must not lean on. */
export function wordsOf({ file: { list } }: Pick<VaultSession, 'file'>): string[] {
  return [list.officeName, ...list.people.map(({ name }) => name)]
}

/** Where the folder of the vault is settled by IT and can't be read, a new office would lie where nobody looks for it. @throws OfficeError `policy` */
export function expectPlace(): void {
  if (policy().sources.VaultPath !== 'strict') return
  throw new OfficeError('policy', { detail: 'Wo der Tresor liegt, gibt Ihre IT vor, und die Vorgabe ist zurzeit nicht lesbar. Es wurde kein Büro angelegt.' })
}
