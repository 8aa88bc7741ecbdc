import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewOffice } from '../../../shared/vault/contract.ts'
import type { Session } from '../session.ts'
import { DEMO_PASSPHRASE } from './locked-status.ts'
import type { VaultSession } from './session.ts'

/** Fills a new demo office with invented records; adds people if it wants to show roles. */
export type FillDemo = (session: Session, vault: VaultSession) => Promise<void>

/** Invented, and says so wherever its name is shown. */
export const demoOffice: NewOffice = {
  officeName: 'Musterbüro Stadt Musterstadt (erfundene Daten)',
  land: 'SN',
  personName: 'Mara Muster',
  passphrase: DEMO_PASSPHRASE,
}

/** A folder for a demo office; main removes it when the application ends. */
export function demoFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'integrationsbuero-muster-'))
}
