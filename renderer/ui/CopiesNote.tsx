import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { copiesText } from '../../shared/backup/words.ts'
import { api } from '../app/office.ts'

/** What a deletion for good doesn't reach: how many copies may still hold the data, and when the last one goes. */
export function CopiesNote(): ReactNode {
  const { data } = useQuery(api.backup.copies.queryOptions({ gcTime: 0 }))
  // The words are there or not yet; the dialog doesn't move.
  return <Text span inherit>{data ? copiesText(data.copies, data.goneBy) : 'Sicherungen werden gezählt …'}</Text>
}
