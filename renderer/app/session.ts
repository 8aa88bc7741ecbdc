import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Side } from '../../shared/records/model.ts'
import type { VaultStatus } from '../../shared/vault/contract.ts'
import { api } from './office.ts'

export type UnlockedStatus = Extract<VaultStatus, { state: 'unlocked' }>

/** Who has unlocked the office; null before that. Screens use {@link useSession}. */
export const SessionContext = createContext<UnlockedStatus | null>(null)

/** Gives the screens who has unlocked the office. */
export const SessionProvider = SessionContext.Provider

/** Who works here, and which sides of the vault their keys open. @throws Error outside of an unlocked office */
export function useSession(): UnlockedStatus & { canSee(side: Side): boolean } {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs an unlocked office.')
  return { ...session, canSee: (side) => session.sides.includes(side) }
}

/** State of the vault: first run, locked, unlocked or in trouble. */
export function useVaultStatus() {
  return useQuery(api.vault.status.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
}
