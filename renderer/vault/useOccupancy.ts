import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../app/office.ts'

/** Looking is watching: the office process counts for how long the holder has given no sign of life. */
const lookMilliseconds = 2_500

/** Who sits at the desk; looked at every few seconds as long as the lock screen is there. */
export function useOccupancy(enabled: boolean) {
  const queries = useQueryClient()
  const { data } = useQuery(api.vault.desk.occupancy.queryOptions({ enabled, refetchInterval: lookMilliseconds, refetchIntervalInBackground: true, staleTime: 0, retry: false }))
  const look = useCallback(() => queries.invalidateQueries({ queryKey: api.vault.desk.occupancy.key() }), [queries])
  return { occupancy: enabled ? data : undefined, look }
}
