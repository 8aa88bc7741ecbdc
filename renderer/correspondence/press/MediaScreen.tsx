import { Button, Group, Menu, Select, Table, Text, Title } from '@mantine/core'
import { IconDownload, IconUsersGroup } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { pressLabel } from '../../../shared/correspondence/press/catalogue.ts'
import { reachedByLabels } from '../../../shared/directory/lists/labels.ts'
import { api, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import table from '../../ui/PlainTable.module.css'
import parts from '../parts.module.css'
import { saveTable } from '../../ui/saveTable.ts'
import { MediaContact } from './MediaContact.tsx'
import { PressTabs } from './PressTabs.tsx'

/** „Medien": the contacts of a media list of the directory, with what an editorial office is like. */
export function MediaScreen(): ReactNode {
  const { id, list: wanted } = useSearch({ from: '/correspondence/media' })
  const navigate = useNavigate()
  const { data: lists, error } = useQuery(api.correspondence.press.media.lists.queryOptions())
  const listId = wanted ?? lists?.[0]?.id
  const { data: members } = useQuery(api.correspondence.press.media.members.queryOptions({ input: listId === undefined ? skipToken : { listId } }))
  const show = (chosen: string | undefined): void => void navigate({ to: '/correspondence/media', search: { ...(listId !== undefined && { list: listId }), ...(chosen !== undefined && { id: chosen }) } })
  const save = (format: 'pdf' | 'xlsx'): void => void saveTable('Medienliste', format, (grant) => office.correspondence.press.media.print({ listId: listId ?? '', format, grant }))
  const current = members?.find((member) => member.id === id)
  const list = (
    <div className={parts.list}>
      <div className={parts.head}>
        <div className={parts.title}>
          <Title order={1} size="h3">Presse</Title>
          <Button variant="default" component={Link} {...({ to: '/directory/lists', search: listId === undefined ? {} : { id: listId } } as object)} leftSection={<IconUsersGroup size={16} aria-hidden />}>Verteiler bearbeiten</Button>
        </div>
        <PressTabs current="media" />
        {lists !== undefined && lists.length > 0 && (
          <Group gap="xs">
            <Select flex="1 1 180px" aria-label="Verteiler" allowDeselect={false} data={lists.map(({ id: value, title, members: count }) => ({ value, label: `${title} (${count})` }))} value={listId ?? null} onChange={(value) => value && void navigate({ to: '/correspondence/media', search: { list: value } })} />
            <Menu position="bottom-end">
              <Menu.Target><Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>Ausgeben</Button></Menu.Target>
              <Menu.Dropdown>
                <ExportItem format="pdf" onClick={() => save('pdf')}>Medienliste als PDF …</ExportItem>
                <ExportItem format="xlsx" onClick={() => save('xlsx')}>Medienliste als Excel-Datei …</ExportItem>
              </Menu.Dropdown>
            </Menu>
          </Group>
        )}
      </div>
      {error ? <FailureAlert error={error} /> : null}
      {lists?.length === 0 && (
        <EmptyState
          icon={IconUsersGroup} title="Noch kein Presseverteiler" text="Medien sind Kontakte in einem Verteiler mit dem Zweck „Presse- und Öffentlichkeitsarbeit“. Art, Gebiet, Redaktionsschluss und Themen stehen dann hier dabei."
          steps={<Button component={Link} {...({ to: '/directory/lists' } as object)}>Verteiler anlegen</Button>}
        />
      )}
      {members && members.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls sideways must do so by keyboard
        <div className={table.tableFrame} role="region" aria-label="Medien, rollbar" tabIndex={0} style={{ overflow: 'auto' }}>
          <Table className={table.table} aria-label="Medien">
            <Table.Thead><Table.Tr><Table.Th>Medium</Table.Th><Table.Th>Art</Table.Th><Table.Th>Redaktionsschluss</Table.Th><Table.Th>Weg</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {members.map((member) => (
                <Table.Tr key={member.id} data-chosen={member.id === id || undefined}>
                  <Table.Th scope="row">
                    <button type="button" className={parts.link} aria-current={member.id === id || undefined} onClick={() => show(member.id)}><Personal>{member.name}</Personal></button>
                    {member.kind === 'person' && member.organisation !== '' && <Text size="xs" c="dimmed">{member.organisation}</Text>}
                  </Table.Th>
                  <Table.Td>{pressLabel('mediaKinds', member.media.kind)}</Table.Td>
                  <Table.Td>{member.media.deadline}</Table.Td>
                  <Table.Td>{member.withheld === '' ? reachedByLabels[member.reached] : member.withheld}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {members?.length === 0 && <Text px="md" c="dimmed" size="sm">In diesem Verteiler steht noch niemand.</Text>}
    </div>
  )
  return <SplitView name="media.list" initial={600} smallest={300} recordSmallest={400} list={list} record={current ? <MediaContact key={current.id} member={current} listId={listId ?? ''} /> : <Text p="lg" c="dimmed" size="sm">Links ein Medium wählen, um Redaktionsschluss, Themen und Weg zu sehen und zu ändern.</Text>} />
}
