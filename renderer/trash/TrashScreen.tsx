import { Box, Button, Group, Loader, Table, Text, Title } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { germanDateTime } from '../../shared/dates.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { Personal } from '../ui/Personal.tsx'

/** "Papierkorb": everything deleted, with its way back. Destroying for good is the deletion concept's alone. */
export function TrashScreen() {
  const { data, error, refetch } = useQuery(api.records.trash.queryOptions())
  const { mutate: restore, isPending } = useMutation(
    api.records.restore.mutationOptions({
      onSuccess: ({ change }, { side, type, id }) => {
        showUndoNotice('Wiederhergestellt', side, change)
        openRecord({ type, id })
      },
      onError: showFailure,
    }),
  )
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Loader m="xl" aria-label="Papierkorb wird geladen" />
  if (data.length === 0) {
    return (
      <Box h="100%" p="xl">
        <Title order={1}>Papierkorb</Title>
        <EmptyState
          icon={IconTrash}
          title="Der Papierkorb ist leer"
          text="Gelöschte Einträge liegen hier und lassen sich vollständig wiederherstellen."
        />
      </Box>
    )
  }
  return (
    <Box p="xl">
      <Title order={1}>Papierkorb</Title>
      <Text c="dimmed" mb="md">
        Gelöschte Einträge bleiben hier, bis sie nach dem Löschkonzept vernichtet werden.
      </Text>
      <Table striped highlightOnHover stickyHeader aria-label="Gelöschte Einträge">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Eintrag</Table.Th>
            <Table.Th>Art</Table.Th>
            <Table.Th>Gelöscht am</Table.Th>
            <Table.Th>Gelöscht von</Table.Th>
            <Table.Th>Aktion</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((entry) => (
            <Table.Tr key={`${entry.side}:${entry.record.type}:${entry.record.id}`}>
              <Table.Td>
                <Personal>{entry.title}</Personal>
              </Table.Td>
              <Table.Td>{entry.typeLabel}</Table.Td>
              <Table.Td>{germanDateTime(entry.deletedAt)}</Table.Td>
              <Table.Td>{entry.deletedBy}</Table.Td>
              <Table.Td>
                <Group>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconArrowBackUp size={15} aria-hidden />}
                    loading={isPending}
                    onClick={() => restore({ side: entry.side, ...entry.record })}
                  >
                    Wiederherstellen
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
