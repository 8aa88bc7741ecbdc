import { Group, Text, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconHandFinger } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { StatementListItem, StatementSort } from '../../../shared/correspondence/statements/model.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { Personal } from '../../ui/Personal.tsx'
import type { WindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'

type Column = TableColumn<StatementListItem, StatementSort>

const number: Column = { key: 'number', heading: 'Nummer', width: '104px', sort: 'number', render: (each) => <Waits item={each}>{each.number}</Waits> }
const subject: Column = { key: 'subject', heading: 'Gegenstand', width: 'minmax(0, 2fr)', sort: 'subject', render: ({ subject: text }) => text }
const requester: Column = { key: 'requester', heading: 'Von', width: 'minmax(0, 1.2fr)', sort: 'requester', render: ({ requesterName }) => <Personal>{requesterName}</Personal> }
const due: Column = { key: 'due', heading: 'Frist', width: '104px', sort: 'due', render: (each) => <Due item={each} /> }

const columns = { wide: [number, subject, requester, due], narrow: [number, subject, due] }

/** Statements of a filter and search. */
export function StatementList({ rows, sort, descending, onSort, current, onCurrent }: {
  rows: WindowedRows<StatementListItem>
  sort: StatementSort
  descending: boolean
  onSort(sort: StatementSort): void
  current: string | null
  onCurrent(id: string): void
}): ReactNode {
  return (
    <VirtualTable
      label="Stellungnahmen" columns={current === null ? columns.wide : columns.narrow} rows={rows} sort={sort} descending={descending} onSort={onSort} current={current}
      selected={new Set(current === null ? [] : [current])} onSelect={(_ids, shown) => shown !== null && onCurrent(shown)} leastWidth={current === null ? 480 : 0}
    />
  )
}

function Waits({ item, children }: { item: StatementListItem; children: ReactNode }): ReactNode {
  if (item.waits === '') return <>{children}</>
  return <Group gap={4} wrap="nowrap" title={`Wartet auf Sie: ${item.waits}`}><IconHandFinger size={14} aria-hidden />{children}<VisuallyHidden>wartet auf Sie: {item.waits}</VisuallyHidden></Group>
}

function Due({ item }: { item: StatementListItem }): ReactNode {
  if (item.dueOn === null) return <>ohne</>
  const late = item.sentOn === null && !['closed', 'dropped'].includes(item.state) && item.dueOn < isoDay(new Date())
  if (!late) return <>{germanDate(item.dueOn)}</>
  return <Group gap={4} wrap="nowrap" title="Frist abgelaufen"><IconAlertTriangle size={14} color="var(--mantine-color-error)" aria-hidden /><Text span fz="inherit" c="var(--mantine-color-error)">{germanDate(item.dueOn)}</Text><VisuallyHidden>überfällig</VisuallyHidden></Group>
}
