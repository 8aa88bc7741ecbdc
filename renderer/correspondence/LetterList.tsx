import { Group, SegmentedControl, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconLock, IconPencil, IconSearch } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { letterStatusLabels, type LetterListItem, type LetterSort, type LetterStatus } from '../../shared/correspondence/letter.ts'
import { germanDate } from '../../shared/dates.ts'
import { useCommand } from '../app/commands.ts'
import { api, office } from '../app/office.ts'
import { usePreference } from '../app/usePreference.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { useWindowedRows } from '../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../ui/VirtualTable.tsx'
import classes from './LetterList.module.css'

type Column = TableColumn<LetterListItem, LetterSort>

const number: Column = { key: 'number', heading: 'Nummer', width: '92px', sort: 'number', render: (letter) => letter.number }
const subject: Column = { key: 'subject', heading: 'Betreff', width: 'minmax(0, 2fr)', sort: 'subject', render: (letter) => letter.subject || <Text span c="dimmed" fz="inherit">Ohne Betreff</Text> }
const recipient: Column = { key: 'recipient', heading: 'Empfänger', width: 'minmax(0, 1.4fr)', sort: 'recipient', render: (letter) => <Personal>{letter.recipientName}</Personal> }
const date: Column = { key: 'date', heading: 'Datum', width: '92px', sort: 'date', render: (letter) => germanDate(letter.date) }
const status: Column = { key: 'status', heading: 'Stand', width: '92px', sort: 'status', render: (letter) => <Status status={letter.status} /> }

/** Beside an open letter the state is a sign with its word for the mouse and for screen readers. */
const sign: Column = { ...status, width: '44px', render: (letter) => <StatusSign status={letter.status} /> }

/** All columns where the list has the screen to itself, the telling ones beside an open letter. */
const columns = { wide: [number, subject, recipient, date, status], narrow: [number, subject, sign] }

export interface LetterListProps {
  current: string | null
  onCurrent(id: string): void
  /** Enter: go on in the letter. */
  onOpen(): void
  /** Shown instead of the list while the register holds nothing at all. */
  empty: ReactNode
}

/** The register of letters with its search, filter and order; the order is remembered per person. */
export function LetterList({ current, onCurrent, onOpen, empty }: LetterListProps): ReactNode {
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [filter, setFilter] = useState<LetterStatus | 'all'>('all')
  const [sort, setSort] = usePreference<LetterSort>('correspondence.sort', 'number')
  const [descending, setDescending] = usePreference('correspondence.descending', true)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const search = useRef<HTMLInputElement>(null)
  useCommand('find-here', () => search.current?.focus())

  const input = { query, status: filter === 'all' ? null : filter, sort, descending }
  const rows = useWindowedRows<LetterListItem>(api.correspondence.list.key({ input }), async (offset, limit) => {
    const { letters, total } = await office.correspondence.list({ ...input, offset, limit })
    return { rows: letters, total }
  })
  const unfiltered = query === '' && filter === 'all'
  if (rows.error) return <FailureAlert error={rows.error} />
  if (rows.total === 0 && unfiltered) return empty

  return (
    <div className={classes.list}>
      <Group className={classes.filters} gap="xs" wrap="nowrap">
        <TextInput
          ref={search} flex={1} miw={0} aria-label="Schreiben suchen" placeholder="Betreff, Empfänger, Text"
          leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs" aria-label="Stand" value={filter} onChange={(value) => setFilter(value as LetterStatus | 'all')}
          data={[{ value: 'all', label: 'Alle' }, { value: 'draft', label: letterStatusLabels.draft }, { value: 'final', label: letterStatusLabels.final }]}
        />
      </Group>
      <Text component="output" className={classes.count} size="xs" c="dimmed">
        {rows.total === undefined ? '' : `${rows.total.toLocaleString('de-DE')} Schreiben`}
      </Text>
      <VirtualTable
        label="Register der Schreiben"
        columns={current === null ? columns.wide : columns.narrow}
        rows={rows}
        sort={sort}
        descending={descending}
        onSort={(by) => {
          // The first look at a column is the one people mean: newest numbers and dates first, names from A.
          setDescending(by === sort ? !descending : by === 'number' || by === 'date')
          setSort(by)
        }}
        current={current}
        selected={selected}
        onSelect={(ids, shown) => {
          setSelected(ids)
          if (shown !== null) onCurrent(shown)
        }}
        onOpen={onOpen}
      />
    </div>
  )
}

const icons = { draft: IconPencil, final: IconLock }

function StatusSign({ status: value }: { status: LetterStatus }): ReactNode {
  const Icon = icons[value]
  return <span className={classes.status} title={letterStatusLabels[value]}><Icon size={15} aria-hidden /><VisuallyHidden>{letterStatusLabels[value]}</VisuallyHidden></span>
}

function Status({ status: value }: { status: LetterStatus }): ReactNode {
  const Icon = icons[value]
  return <span className={classes.status}><Icon size={14} aria-hidden />{letterStatusLabels[value]}</span>
}
