import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Standing } from '../../shared/vault/desk/model.ts'
import { api } from '../app/office.ts'
import { flushUnsaved } from '../app/unsaved.ts'

const lookMilliseconds = 3_000

/** How this office stands to its folder and to others. What couldn't be saved while the folder was away is saved when it is back. */
export function useStanding(enabled: boolean): Standing | undefined {
  const queries = useQueryClient()
  const { data } = useQuery(api.vault.desk.standing.queryOptions({ enabled, refetchInterval: lookMilliseconds, refetchIntervalInBackground: true, staleTime: 0, retry: false }))
  const wasAway = useRef(false)
  const isAway = (data?.awaySince ?? null) !== null
  useEffect(() => {
    if (wasAway.current && !isAway) void flushUnsaved().then(() => queries.invalidateQueries())
    wasAway.current = isAway
  }, [isAway, queries])
  return data
}
