import { Group, Text, VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconFlame } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { kindLabel } from '../../shared/events/catalogue.ts'
import type { EventListItem } from '../../shared/events/model.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import type { WindowedRows } from '../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../ui/VirtualTable.tsx'
import { EventStateBadge } from './EventStateBadge.tsx'
import classes from './Events.module.css'

type Column = TableColumn<EventListItem, string>

const day: Column = { key: 'day', heading: 'Tag', width: '132px', render: ({ startsOn }) => (startsOn === null ? 'ohne Tag' : germanDay(startsOn)) }
const time: Column = { key: 'time', heading: 'Uhr', width: '62px', render: ({ startsAt }) => startsAt ?? '' }
const title: Column = { key: 'title', heading: 'Titel', width: 'minmax(0, 2fr)', render: ({ title: text, seriesTitle }) => <span title={seriesTitle || undefined}>{text}</span> }
const place: Column = { key: 'place', heading: 'Ort', width: 'minmax(0, 1.2fr)', render: ({ place: text }) => text || '–' }
const kind: Column = { key: 'kind', heading: 'Art', width: 'minmax(0, 0.9fr)', render: (each) => kindLabel(each.kind) }
const state: Column = { key: 'state', heading: 'Stand', width: '142px', render: ({ state: now }) => <EventStateBadge state={now} /> }
const sign: Column = { key: 'state', heading: 'Stand', width: '66px', render: ({ state: now }) => <EventStateBadge state={now} short /> }
const tasks: Column = { key: 'tasks', heading: 'Offen', width: '64px', render: (each) => <OpenTasks item={each} /> }

/** Columns by the width (pixels) from which on they have room. */
const columnsFrom: readonly (readonly [width: number, columns: readonly Column[]])[] = [
  [860, [day, time, title, place, kind, state, tasks]], [690, [day, time, title, place, state, tasks]], [620, [day, title, state, tasks]], [420, [day, title, sign, tasks]], [0, [day, title, tasks]],
]

/** Events of a filter and search, in the order of their days. */
export function EventList({ rows, descending, current, selected, onSelect }: {
  rows: WindowedRows<EventListItem>
  descending: boolean
  current: string | null
  selected: ReadonlySet<string>
  onSelect(selected: ReadonlySet<string>, current: string | null): void
}): ReactNode {
  const { ref, width } = useElementSize()
  return (
    <div ref={ref} className={classes.fill}>
      <VirtualTable
        label="Veranstaltungen" columns={columnsFrom.find(([from]) => width >= from)?.[1] ?? []} rows={rows} sort="day" descending={descending} onSort={() => {}} current={current}
        selected={selected} onSelect={onSelect}
      />
    </div>
  )
}

function OpenTasks({ item: { openTasks, overdueTasks } }: { item: EventListItem }): ReactNode {
  if (openTasks === 0) return <VisuallyHidden>nichts offen</VisuallyHidden>
  if (overdueTasks === 0) return <span title={`${openTasks} Aufgaben offen`}>{openTasks}</span>
  return (
    <Group gap={3} wrap="nowrap" title={`${openTasks} Aufgaben offen, ${overdueTasks} überfällig`}>
      <IconFlame size={14} color="var(--mantine-color-error)" aria-hidden />
      <Text span fz="inherit" c="var(--mantine-color-error)">{openTasks}</Text>
      <VisuallyHidden>{overdueTasks} überfällig</VisuallyHidden>
    </Group>
  )
}
