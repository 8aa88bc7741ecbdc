import { Alert, Button, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { api } from '../../app/office.ts'

/** On an event: its list of participants is to be deleted. */
export function DueHint({ eventId, onOpen }: { eventId: string; onOpen(): void }): ReactNode {
  const { data = [] } = useQuery(api.events.participants.due.queryOptions())
  const due = data.find((each) => each.eventId === eventId)
  if (!due) return null
  return (
    <Alert mx="md" mb="xs" p="xs" color="amber" icon={<IconTrash aria-hidden />}>
      <Group gap="xs" justify="space-between">
        <Text size="sm">Die Teilnehmendenliste ist seit dem {germanDate(due.deleteFrom)} zu löschen.</Text>
        <Button size="compact-sm" variant="default" onClick={onOpen}>Teilnehmende öffnen</Button>
      </Group>
    </Alert>
  )
}
