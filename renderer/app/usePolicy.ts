import { useQuery } from '@tanstack/react-query'
import type { PolicyName } from '../../shared/policy/keys.ts'
import { isLocked, noPolicy, type PolicyState } from '../../shared/policy/state.ts'
import type { SaveKind } from '../../shared/save-kinds.ts'
import { policyOfIt } from './office.ts'

/** What IT has settled for this computer. */
export function usePolicy(): PolicyState & { locked(name: PolicyName): boolean; forbids(format: SaveKind): boolean } {
  const { data = noPolicy } = useQuery({ queryKey: ['desktop', 'policy'], queryFn: () => policyOfIt, staleTime: Number.POSITIVE_INFINITY })
  return { ...data, locked: (name) => isLocked(data, name), forbids: (format) => data.values.DisableExport?.includes(format) ?? false }
}
