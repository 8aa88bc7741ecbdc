import { Badge, List, Radio, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { participantOutcomeLabels, participantOutcomes, type ParticipantOutcome, type ParticipantRow } from '../../../../shared/events/participants/import/model.ts'
import { useRowHeight } from '../../../app/useDensity.ts'
import { Personal } from '../../../ui/Personal.tsx'
import { rowsInMemory } from '../../../ui/rowsInMemory.ts'
import { VirtualTable, type TableColumn } from '../../../ui/VirtualTable.tsx'
import classes from '../Participants.module.css'

type Row = ParticipantRow & { id: string }
/** Pixels of the head of the table and its edges. */
const headHeight = 38

type Filter = ParticipantOutcome | 'all' | 'hints'
const colors: Readonly<Record<ParticipantOutcome, string>> = { new: 'petrol', waiting: 'amber', update: 'petrol', known: 'gray', repeated: 'amber', rejected: 'red', empty: 'gray' }

/** What becomes of each row; what was read otherwise than it stands there is told for the chosen one. */
export function ImportedRows({ rows }: { rows: readonly ParticipantRow[] }): ReactNode {
  const [filter, setFilter] = useState<Filter>('all')
  const [current, setCurrent] = useState<string | null>(null)
  const { ref, width } = useElementSize()
  const rowHeight = useRowHeight()
  const all = rows.map((row): Row => ({ ...row, id: String(row.line) }))
  const by = (wanted: Filter): Row[] => (wanted === 'all' ? all : wanted === 'hints' ? all.filter(({ hints }) => hints.length > 0) : all.filter(({ outcome }) => outcome === wanted))
  const offered: Filter[] = ['all', ...participantOutcomes.filter((outcome) => by(outcome).length > 0), ...(by('hints').length > 0 ? ['hints' as const] : [])]
  const shown = by(offered.includes(filter) ? filter : 'all')
  const chosen = all.find(({ id }) => id === current)
  const label = (each: Filter): string => (each === 'all' ? 'Alle Zeilen' : each === 'hints' ? 'Mit Hinweis' : participantOutcomeLabels[each])
  const columns: TableColumn<Row, string>[] = [
    { key: 'line', heading: 'Zeile', width: '52px', render: ({ line }) => line },
    { key: 'outcome', heading: 'Wird', width: '150px', render: ({ outcome }) => <Badge variant="light" color={colors[outcome]}>{participantOutcomeLabels[outcome]}</Badge> },
    { key: 'name', heading: 'Name', width: 'minmax(0, 1.3fr)', render: ({ name, hints }) => <>{hints.length > 0 && <IconAlertTriangle size={14} role="img" aria-label="Mit Hinweis" />} <Personal>{name}</Personal></> },
    ...(width >= 620 ? [{ key: 'organisation', heading: 'Organisation', width: 'minmax(0, 1fr)', render: ({ organisation }: Row) => organisation }] : []),
    { key: 'persons', heading: 'Pers.', width: '48px', render: ({ persons }) => (persons === 0 ? '' : persons) },
    ...(width >= 760 ? [{ key: 'needs', heading: 'Bedarf', width: 'minmax(0, 1.2fr)', render: ({ needs }: Row) => needs }] : []),
    { key: 'reason', heading: 'Grund', width: 'minmax(0, 1.2fr)', render: ({ reason }) => <span title={reason}>{reason}</span> },
  ]
  return (
    <section aria-label="Vorschau">
      <Radio.Group mt="md" aria-label="Zeilen" value={offered.includes(filter) ? filter : 'all'} onChange={(value) => setFilter(value as Filter)}>
        <div className={classes.filters}>{offered.map((each) => <Radio.Card key={each} value={each} className={classes.filter}>{label(each)} <span>{by(each).length}</span></Radio.Card>)}</div>
      </Radio.Group>
      <div ref={ref} className={classes.importTable} style={{ maxHeight: headHeight + rowHeight * shown.length }}>
        <VirtualTable label="Zeilen der Datei" columns={columns} rows={rowsInMemory(shown)} sort="" descending={false} onSort={() => {}} current={current} selected={new Set(current === null ? [] : [current])} onSelect={(_ids, now) => setCurrent(now)} />
      </div>
      {chosen && (chosen.hints.length > 0 || chosen.reason !== '') && (
        <div role="status">
          <Text mt="xs" size="sm" fw={600}>Zeile {chosen.line}</Text>
          <List size="sm">{[chosen.reason, ...chosen.hints].filter((text) => text !== '').map((text) => <List.Item key={text}><Personal>{text}</Personal></List.Item>)}</List>
        </div>
      )}
    </section>
  )
}
