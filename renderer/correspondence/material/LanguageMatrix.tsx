import { Loader, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Matrix } from '../../../shared/correspondence/material/model.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import table from '../../ui/PlainTable.module.css'
import parts from '../parts.module.css'

/** Materials by languages: where a dash stands, a language is missing. */
export function LanguageMatrix({ onOpen }: { onOpen(id: string): void }): ReactNode {
  const { data, error } = useQuery(api.correspondence.material.matrix.queryOptions())
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader m="md" aria-label="Übersicht wird geladen" />
  if (data.rows.length === 0) return null
  return (
    <div className={parts.page}>
      <Title order={2} size="h3">Nach Sprachen</Title>
      <Text size="sm" c="dimmed">Zahl: Bestand gültiger Ausgaben. Strich: gibt es hier nicht. Darunter steht, in wie vielen Titeln eine Sprache fehlt.</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls sideways must do so by keyboard */}
      <div className={table.tableFrame} role="region" aria-label="Material nach Sprachen, seitlich rollbar" tabIndex={0}>
        <Table className={table.table} aria-label="Material nach Sprachen">
          <Table.Thead><Table.Tr><Table.Th miw={170}>Titel</Table.Th>{data.languages.map(({ code, label }) => <Table.Th key={code}>{label}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.rows.map(({ id, title, cells }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row"><button type="button" className={parts.link} onClick={() => onOpen(id)}>{title}</button></Table.Th>
                {cells.map((cell, index) => <Table.Td key={data.languages[index]?.code}><Cell cell={cell} /></Table.Td>)}
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">Fehlt in</Table.Th>
              {data.languages.map(({ code, gaps }) => <Table.Td key={code}>{gaps === 0 ? '' : gaps === 1 ? '1 Titel' : `${gaps} Titeln`}</Table.Td>)}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </div>
    </div>
  )
}

function Cell({ cell }: { cell: Matrix['rows'][number]['cells'][number] }): ReactNode {
  if (cell === null) return <Text span fz="inherit" c="dimmed" aria-label="fehlt">–</Text>
  if (cell.outdated) return <Text span fz="inherit" c="dimmed">veraltet</Text>
  return <>{cell.low && <IconAlertTriangle size={13} role="img" aria-label="zu wenig" color="var(--mantine-color-error)" />} {cell.stock.toLocaleString('de-DE')}</>
}
