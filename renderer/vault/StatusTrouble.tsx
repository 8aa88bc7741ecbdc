import type { VaultStatus } from '../../shared/vault/contract.ts'
import { failureFrom } from '../app/failure.ts'
import { Trouble } from './Trouble.tsx'
import { useRefreshStatus } from './useVault.ts'

/** The vault can't even be asked who has access to it. */
export function StatusTrouble({ status, onRestore }: { status: Extract<VaultStatus, { state: 'problem' }>; onRestore: (() => void) | undefined }) {
  const refresh = useRefreshStatus()
  return <Trouble failure={failureFrom(status.code, status.data)} onRetry={() => void refresh()} onRestore={onRestore} />
}
