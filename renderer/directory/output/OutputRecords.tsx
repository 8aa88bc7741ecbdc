import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { germanDateTime } from '../../../shared/dates.ts'
import { outputFormatLabels } from '../../../shared/directory/output/labels.ts'
import { api } from '../../app/office.ts'

/** What was given out of a list: when, by whom, as what, how many. */
export function OutputRecords({ listId }: { listId: string }) {
  const { data: records = [] } = useQuery(api.directory.output.records.queryOptions({ input: { listId }, staleTime: 0 }))
  if (records.length === 0) return <Text size="sm" c="dimmed" mt="md">Noch nichts ausgegeben.</Text>
  return (
    <Table mt="sm" aria-label="Ausgaben">
      <Table.Thead><Table.Tr><Table.Th>Wann</Table.Th><Table.Th>Als</Table.Th><Table.Th>Kontakte</Table.Th><Table.Th>Ausgelassen</Table.Th><Table.Th>Von</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {records.map(({ id, at, format, contacts, leftOut, personName }) => (
          <Table.Tr key={id}>
            <Table.Td>{germanDateTime(at)}</Table.Td><Table.Td>{outputFormatLabels[format]}</Table.Td>
            <Table.Td>{contacts.toLocaleString('de-DE')}</Table.Td><Table.Td>{leftOut.toLocaleString('de-DE')}</Table.Td><Table.Td>{personName}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
