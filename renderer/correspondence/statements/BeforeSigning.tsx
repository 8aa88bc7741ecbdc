import { Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'

/** What the draft still lacks, said to whoever is about to sign it: afterwards it is frozen. */
export function BeforeSigning({ letterId }: { letterId: string }): ReactNode {
  const missing = useQuery(api.correspondence.dispatch.choices.queryOptions({ input: { id: letterId } })).data?.missing ?? []
  if (missing.length === 0) return null
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" role="status">
      <IconAlertTriangle size={17} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text size="sm">Vor der Schlusszeichnung fehlt noch: <Personal>{missing.join(', ')}</Personal></Text>
    </Group>
  )
}
