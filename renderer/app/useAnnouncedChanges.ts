import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, office } from './office.ts'

const gatherMilliseconds = 60

/**
 * Refetches what is on screen after each commit of the office process. A list, a record and a counter cost a few
 * milliseconds together, so nothing keeps a map of which query depends on which table.
 */
export function useAnnouncedChanges(enabled: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!enabled) return
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | null = null
    const refetch = (): void => {
      timer = null
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => !startsLike(queryKey, api.vault.key()) && !startsLike(queryKey, api.preferences.key()),
      })
    }
    const listen = async (): Promise<void> => {
      for await (const _news of await office.records.changes(undefined, { signal: abort.signal })) {
        timer ??= setTimeout(refetch, gatherMilliseconds)
      }
    }
    // The stream ends with the office process; the next connection starts another one.
    listen().catch(() => {})
    return () => {
      abort.abort()
      if (timer) clearTimeout(timer)
    }
  }, [enabled, queries])
}

/** oRPC's keys are `[path, options]`. */
function startsLike(key: readonly unknown[], wanted: readonly unknown[]): boolean {
  const path = key[0]
  const start = wanted[0]
  return Array.isArray(path) && Array.isArray(start) && start.every((part, index) => path[index] === part)
}
