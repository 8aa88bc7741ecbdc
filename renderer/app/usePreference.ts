import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from './office.ts'

/**
 * A setting of the person for the screens (a width, a sort order), remembered in the vault.
 * @param key one word per setting, e.g. `directory.columns`
 * @param fallback value as long as nothing is remembered, and when what is remembered doesn't have its type
 */
export function usePreference<T>(key: string, fallback: T): [T, (value: T) => void] {
  const queries = useQueryClient()
  const { data } = useQuery(api.preferences.all.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const { mutate } = useMutation(api.preferences.set.mutationOptions())
  const kept = data?.[key]
  const value = kept !== undefined && typeof kept === typeof fallback ? (kept as T) : fallback
  const set = useCallback(
    (next: T): void => {
      // Shown at once; the vault follows.
      queries.setQueryData(api.preferences.all.queryKey(), (all: Record<string, unknown> | undefined) => ({ ...all, [key]: next }))
      mutate({ key, value: next })
    },
    [key, mutate, queries],
  )
  return [value, set]
}
