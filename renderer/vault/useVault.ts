import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, desktop } from '../app/office.ts'
import { usePolicy } from '../app/usePolicy.ts'

/** Asks the office process again what to show. */
export function useRefreshStatus(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: api.vault.status.key() }), [queries])
}

/** Where the vault lies, as a text to show; `given` by IT, it can't be changed. */
export function useVaultPlace() {
  const queries = useQueryClient()
  const queryKey = ['vault-place']
  const { data } = useQuery({ queryKey, queryFn: () => desktop.environment() })

  /** Lets the person choose another folder; false when they changed their mind. */
  async function choose(purpose: 'create' | 'open'): Promise<boolean> {
    const chosen = await desktop.chooseVaultFolder(purpose)
    if (!chosen) return false
    await queries.invalidateQueries({ queryKey })
    await queries.invalidateQueries({ queryKey: api.vault.status.key() })
    return true
  }

  return { place: data?.vaultDisplay ?? '', given: usePolicy().locked('VaultPath'), choose }
}
