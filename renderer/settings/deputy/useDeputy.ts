import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../app/office.ts'

/** What is arranged for the „Vertretungsfall", and who was let in. */
export function useDeputy() {
  return useQuery(api.vault.deputy.overview.queryOptions())
}

export type DeputyOverview = NonNullable<ReturnType<typeof useDeputy>['data']>

/** Refetches what is arranged and who has access. */
export function useRefreshDeputy(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: api.vault.deputy.key() }), queries.invalidateQueries({ queryKey: api.vault.people.key() })])
  }
}
