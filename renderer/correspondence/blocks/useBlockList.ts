import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { indexBlocks, type IndexedBlock } from '../../../shared/correspondence/blocks/find.ts'
import { api } from '../../app/office.ts'

/** All text blocks, ready to be looked through; null while they are being loaded. */
export function useBlockList(): { indexed: readonly IndexedBlock[] | null; error: unknown; refetch(): void } {
  const { data, error, refetch } = useQuery(api.correspondence.blocks.list.queryOptions())
  const indexed = useMemo(() => (data ? indexBlocks(data) : null), [data])
  return { indexed, error, refetch: () => void refetch() }
}
