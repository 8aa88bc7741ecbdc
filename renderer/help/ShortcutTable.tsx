import { Kbd, Table, Title } from '@mantine/core'
import { displayKeys, shortcuts } from '../../shared/shortcuts.ts'

/** All shortcuts, from the table that drives them. */
export function ShortcutTable() {
  return (
    <>
      <Title order={1} mb="md">
        Tastenkürzel
      </Title>
      <Table aria-label="Tastenkürzel">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Taste</Table.Th>
            <Table.Th>Wirkung</Table.Th>
            <Table.Th>Gruppe</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shortcuts.map(({ command, keys, label, group }) => (
            <Table.Tr key={command}>
              <Table.Td>
                <Kbd>{displayKeys(keys)}</Kbd>
              </Table.Td>
              <Table.Td>{label}</Table.Td>
              <Table.Td>{group}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
