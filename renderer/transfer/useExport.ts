import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ExportStand } from '../../shared/transfer/model.ts'
import { api } from '../app/office.ts'

const runningMilliseconds = 300

/** How an export goes on, asked often while one runs. */
export function useExportStand(): ExportStand | undefined {
  return useQuery(api.transfer.stand.queryOptions({ refetchInterval: ({ state }) => (state.data?.running ? runningMilliseconds : false) })).data
}

/** Asks anew how it goes on. */
export function useRefreshExport(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: api.transfer.stand.key() })
}
