import { randomUUID } from 'node:crypto'
import type { OpeningByTwo } from '../../../../shared/vault/deputy-contract.ts'
import { halfId } from '../crypto.ts'
import { admitDeputy, checkedDeputy, endOf } from '../deputies.ts'
import type { VaultSession } from '../session.ts'
import { DeputyLedger } from './ledger.ts'

/**
 * Lets a deputy in, in a session that two holders have opened. It is noted first: nobody is let in without a trace.
 * @returns id of the new person
 * @throws VaultError `forbidden` where the arrangement was revoked, is over, or the clock was turned back; `invalid`, `conflict`
 */
export async function letDeputyIn(
  session: VaultSession, codes: readonly [Uint8Array, Uint8Array], { name: personName, reason, days, passphrase }: OpeningByTwo, now = Date.now(),
): Promise<string> {
  const deputy = { id: randomUUID(), name: personName, days, passphrase }
  const { arrangement, name } = checkedDeputy(session, deputy, now)
  const holders = codes.map((code) => arrangement.holders.find(({ codeId }) => codeId === halfId(code))?.name ?? '')
  const ledger = new DeputyLedger(session)
  try {
    ledger.expectOpenable(arrangement.id, now)
    ledger.note({ id: deputy.id, arrangementId: arrangement.id, personName: name, holders, reason, openedAt: new Date(now).toISOString(), until: endOf(deputy, now) })
    try {
      await admitDeputy(session, deputy, now)
    } catch (error) {
      ledger.notOpened(deputy.id)
      throw error
    }
  } finally {
    ledger.close()
  }
  return deputy.id
}
