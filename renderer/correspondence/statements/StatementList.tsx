import { Group, Text, VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconAlertTriangle, IconHandFinger } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { StatementListItem, StatementSort } from '../../../shared/correspondence/statements/model.ts'
import { openStates } from '../../../shared/correspondence/statements/workflow.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { Personal } from '../../ui/Personal.tsx'
import type { WindowedRows } from '../../ui/useWindowedRows.ts'
import parts from '../parts.module.css'
import { StateBadge } from './StateBadge.tsx'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'

type Column = TableColumn<StatementListItem, StatementSort>

const number: Column = { key: 'number', heading: 'Nummer', width: '104px', sort: 'number', render: (each) => <Waits item={each}>{each.number}</Waits> }
const subject: Column = { key: 'subject', heading: 'Gegenstand', width: 'minmax(0, 2fr)', sort: 'subject', render: ({ subject: text }) => text }
const requester: Column = { key: 'requester', heading: 'Von', width: 'minmax(0, 1.2fr)', sort: 'requester', render: ({ requesterName }) => <Personal>{requesterName}</Personal> }
const due: Column = { key: 'due', heading: 'Frist', width: '104px', sort: 'due', render: (each) => <Due item={each} /> }

const state: Column = { key: 'state', heading: 'Stand', width: '154px', sort: 'state', render: ({ state: now }) => <StateBadge state={now} /> }
const assignee: Column = { key: 'assignee', heading: 'Bearbeitung', width: 'minmax(0, 0.9fr)', sort: 'assignee', render: ({ assigneeName }) => assigneeName || '–' }

/** Columns by the width (pixels) from which on they have room. */
const columnsFrom: readonly (readonly [width: number, columns: readonly Column[]])[] = [
  [880, [number, subject, requester, due, state, assignee]], [700, [number, subject, due, state, assignee]], [480, [number, subject, due, state]], [0, [number, subject, due]],
]

/** Statements of a filter and search. */
export function StatementList({ rows, sort, descending, onSort, current, onCurrent }: {
  rows: WindowedRows<StatementListItem>
  sort: StatementSort
  descending: boolean
  onSort(sort: StatementSort): void
  current: string | null
  onCurrent(id: string): void
}): ReactNode {
  const { ref, width } = useElementSize()
  const columns = columnsFrom.find(([from]) => width >= from)?.[1] ?? []
  return (
    <div ref={ref} className={parts.fill}>
      <VirtualTable
        label="Stellungnahmen" columns={columns} rows={rows} sort={sort} descending={descending} onSort={onSort} current={current}
        selected={new Set(current === null ? [] : [current])} onSelect={(_ids, shown) => shown !== null && onCurrent(shown)}
      />
    </div>
  )
}

function Waits({ item, children }: { item: StatementListItem; children: ReactNode }): ReactNode {
  if (item.waits === '') return <>{children}</>
  return <Group gap={4} wrap="nowrap" title={`Wartet auf Sie: ${item.waits}`}><IconHandFinger size={14} aria-hidden />{children}<VisuallyHidden>wartet auf Sie: {item.waits}</VisuallyHidden></Group>
}

function Due({ item }: { item: StatementListItem }): ReactNode {
  if (item.dueOn === null) return <>ohne</>
  const late = openStates.includes(item.state) && item.dueOn < isoDay(new Date())
  if (!late) return <>{germanDate(item.dueOn)}</>
  return <Group gap={4} wrap="nowrap" title="Frist abgelaufen"><IconAlertTriangle size={14} color="var(--mantine-color-error)" aria-hidden /><Text span fz="inherit" c="var(--mantine-color-error)">{germanDate(item.dueOn)}</Text><VisuallyHidden>überfällig</VisuallyHidden></Group>
}
