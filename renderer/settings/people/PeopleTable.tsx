import { ActionIcon, Badge, Menu, Table, Text } from '@mantine/core'
import { IconDots, IconLockPassword, IconPencil, IconUserCog, IconUserMinus } from '@tabler/icons-react'
import { ROLE_DESCRIPTIONS, ROLE_LABELS } from '../../../shared/vault/roles.ts'
import type { Person, PersonAction } from './usePeople.ts'

interface PeopleTableProps {
  people: Person[]
  /** Whether whoever looks may change others. */
  administers: boolean
  onAction(action: PersonAction, person: Person): void
}

/** Who has access, one line each. */
export function PeopleTable({ people, administers, onAction }: PeopleTableProps) {
  return (
    <Table verticalSpacing="sm" aria-label="Personen mit Zugang">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>Rolle</Table.Th>
          <Table.Th>Zugang seit</Table.Th>
          {administers && (
            <Table.Th w={56}>
              <Text span inherit style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
                Aktionen
              </Text>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td>
              {person.name}{' '}
              {person.self && (
                <Badge variant="light" size="sm" tt="none">
                  Sie
                </Badge>
              )}
            </Table.Td>
            <Table.Td>
              {ROLE_LABELS[person.role]}
              <Text size="xs" c="dimmed">
                {person.admittedUntil ? `Im Vertretungsfall eingelassen, bis ${new Date(person.admittedUntil).toLocaleString('de-DE', { dateStyle: 'medium', timeStyle: 'short' })}.` : ROLE_DESCRIPTIONS[person.role]}
              </Text>
            </Table.Td>
            <Table.Td>{new Date(person.createdAt).toLocaleDateString('de-DE', { dateStyle: 'medium' })}</Table.Td>
            {administers && (
              <Table.Td>
                <PersonMenu person={person} onAction={onAction} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function PersonMenu({ person, onAction }: { person: Person; onAction: PeopleTableProps['onAction'] }) {
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          data-opener={person.id}
          variant="default"
          size="lg"
          aria-label={`Aktionen für ${person.name}`}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onAction('rename', person)}>
          Umbenennen
        </Menu.Item>
        {!person.self && (
          <>
            <Menu.Item leftSection={<IconUserCog size={16} aria-hidden />} onClick={() => onAction('role', person)}>
              Rolle ändern
            </Menu.Item>
            <Menu.Item leftSection={<IconLockPassword size={16} aria-hidden />} onClick={() => onAction('passphrase', person)}>
              Neue Passphrase
            </Menu.Item>
            <Menu.Item leftSection={<IconUserMinus size={16} aria-hidden />} onClick={() => onAction('remove', person)}>
              Entfernen
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
