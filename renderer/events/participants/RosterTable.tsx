import { Badge, Group } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconCamera, IconCameraOff, IconNote } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Participant } from '../../../shared/events/participants/model.ts'
import { Personal } from '../../ui/Personal.tsx'
import { rowsInMemory } from '../../ui/rowsInMemory.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { ParticipantStateBadge } from './ParticipantStateBadge.tsx'
import { needsText } from './words.ts'
import classes from './Participants.module.css'

type Column = TableColumn<Participant, string>

/** People of a list, as far as the width allows with everything that was told. */
export function RosterTable({ rows, twice, current, selected, onSelect, onOpen, onKey }: {
  rows: readonly Participant[]
  twice: ReadonlySet<string>
  current: string | null
  selected: ReadonlySet<string>
  onSelect(selected: ReadonlySet<string>, current: string | null): void
  onOpen(): void
  onKey(key: string): boolean
}): ReactNode {
  const { ref, width } = useElementSize()
  const number: Column = { key: 'number', heading: 'Nr.', width: '46px', render: (each) => each.number }
  const name: Column = { key: 'name', heading: 'Name', width: 'minmax(0, 1.5fr)', render: (each) => (
    <Group gap={6} wrap="nowrap">
      <span className={classes.cut} title={each.email || undefined}><Personal>{each.name}</Personal></span>
      {twice.has(each.id) && <Badge size="xs" variant="light" color="amber">doppelt?</Badge>}
      {each.note !== '' && <IconNote size={14} role="img" aria-label="Mit Notiz" />}
    </Group>
  ) }
  const organisation: Column = { key: 'organisation', heading: 'Organisation', width: 'minmax(0, 1fr)', render: (each) => <span title={each.organisation}>{each.organisation}</span> }
  const persons: Column = { key: 'persons', heading: 'Pers.', width: '44px', render: (each) => each.persons }
  const wanted: Column = { key: 'needs', heading: 'Bedarf', width: 'minmax(0, 1.1fr)', render: (each) => <span title={needsText(each.needs)}>{needsText(each.needs)}</span> }
  const photo: Column = { key: 'photo', heading: 'Foto', width: '42px', render: (each) => (each.photo === 'yes' ? <IconCamera size={16} role="img" aria-label="Fotos erlaubt" /> : each.photo === 'no' ? <IconCameraOff size={16} role="img" aria-label="Keine Fotos" /> : <span aria-label="nicht gefragt">–</span>) }
  const state: Column = { key: 'state', heading: 'Stand', width: '136px', render: (each) => <ParticipantStateBadge participant={each} /> }
  const columns = width >= 820 ? [number, name, organisation, persons, wanted, photo, state] : width >= 620 ? [name, organisation, persons, wanted, state] : width >= 430 ? [name, organisation, persons, state] : [name, persons, state]
  return (
    <div ref={ref} className={classes.table}>
      <VirtualTable
        label="Teilnehmende" columns={columns} rows={rowsInMemory(rows)} sort="" descending={false} onSort={() => {}} current={current} selected={selected} onSelect={onSelect} onOpen={onOpen}
        onKey={({ key, ctrlKey, metaKey, altKey }) => !ctrlKey && !metaKey && !altKey && onKey(key)}
      />
    </div>
  )
}
