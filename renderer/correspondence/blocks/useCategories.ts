import { useMemo } from 'react'
import { useBlockList } from './useBlockList.ts'

/** The categories that text blocks have, in German order. */
export function useCategories(): string[] {
  const { indexed } = useBlockList()
  return useMemo(() => [...new Set((indexed ?? []).map(({ block }) => block.category).filter(Boolean))].toSorted((a, b) => a.localeCompare(b, 'de')), [indexed])
}
