import { useContext } from 'react'
import type { VaultPerson } from '../../shared/vault/contract.ts'
import { SessionContext } from '../app/session.ts'

/** Whose open screens lie behind the lock screen, if any: only they may come back to them. */
export function useResumedPerson(resumed: boolean): VaultPerson | null {
  const session = useContext(SessionContext)
  return resumed ? (session?.person ?? null) : null
}
