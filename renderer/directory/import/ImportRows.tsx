import { SegmentedControl, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ImportCounts, ImportDecisions, ImportOverview, ImportRow, ImportRowFilter } from '../../../shared/directory/import/model.ts'
import { importRowFilters } from '../../../shared/directory/import/model.ts'
import { office } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { ImportRowDetail } from './ImportRowDetail.tsx'
import classes from './ImportScreen.module.css'
import { filterLabels, outcomes } from './words.ts'

const columns: readonly TableColumn<ImportRow, never>[] = [
  { key: 'line', heading: 'Zeile', width: '56px', render: ({ line }) => line },
  { key: 'outcome', heading: 'Ergebnis', width: '128px', render: ({ outcome }) => <Outcome outcome={outcome} /> },
  { key: 'name', heading: 'Name', width: 'minmax(0, 1.6fr)', render: ({ name }) => <Personal>{name}</Personal> },
  { key: 'place', heading: 'Ort', width: 'minmax(0, 0.8fr)', render: ({ place }) => place },
  { key: 'notes', heading: 'Grund und Hinweise', width: 'minmax(0, 2fr)', render: (row) => <Personal>{noteOf(row)}</Personal> },
]

function Outcome({ outcome }: Pick<ImportRow, 'outcome'>) {
  const { label, icon: OutcomeIcon } = outcomes[outcome]
  return <span className={classes.outcome}><OutcomeIcon size={15} aria-hidden />{label}</span>
}

function noteOf({ reason, match, repairs, hints }: ImportRow): string {
  return [
    reason, match !== null && `${match.reasons.join(', ')}: ${match.name}`,
    ...repairs.filter(({ state }) => state !== 'decline').map(({ before, after }) => `${before} → ${after || 'leer'}`), ...hints,
  ].filter(Boolean).join(' · ')
}

/** What will happen to each row; beside it, the chosen row with everything that can be decided about it. */
export function ImportRows({ token, overview, onDecide }: { token: string; overview: ImportOverview; onDecide: (id: string, decisions: ImportDecisions) => void }) {
  const [filter, setFilter] = useState<ImportRowFilter>('all')
  const [current, setCurrent] = useState<string | null>(null)
  const detail = useRef<HTMLDivElement>(null)
  const { plan, counts } = overview
  const rows = useWindowedRows<ImportRow>(['directory.import.rows', token, filter, plan], (offset, limit) => office.directory.import.rows({ token, plan, filter, offset, limit }))
  const found = rows.total === undefined ? undefined : findRow(rows, current)
  const [last, setLast] = useState<ImportRow>()
  if (found !== undefined && found !== last) setLast(found)
  // A decision makes the plan anew: until its rows are here the row stays as it was, and with it whoever is deciding by keyboard.
  const shown = found ?? (last?.id === current ? last : undefined)
  return (
    <section aria-labelledby="preview-title" className={classes.preview}>
      <Title order={3} size="h4" id="preview-title">Vorschau</Title>
      <Text size="sm" mb="xs" role="status">{countsText(counts)}</Text>
      <SegmentedControl
        aria-label="Welche Zeilen"
        size="xs"
        data={importRowFilters.filter((value) => value === 'all' || value === filter || value === 'noted' || countFor(value, counts) > 0)
          .map((value) => ({ value, label: value === 'noted' ? filterLabels[value] : `${filterLabels[value]} (${countFor(value, counts).toLocaleString('de-DE')})` }))}
        value={filter}
        onChange={(value) => setFilter(value as ImportRowFilter)}
      />
      <div className={classes.rowPanes}>
        <div className={classes.rowTable}>
          <VirtualTable
            label="Zeilen der Vorschau"
            columns={columns}
            rows={rows}
            sort={'' as never}
            descending={false}
            onSort={() => {}}
            current={current}
            selected={new Set(current === null ? [] : [current])}
            onSelect={(_, row) => row !== null && setCurrent(row)}
            onOpen={() => detail.current?.querySelector<HTMLElement>('input, button')?.focus()}
          />
          {rows.total === 0 && <Text size="sm" c="dimmed" p="sm">Keine Zeile.</Text>}
        </div>
        <div ref={detail} className={classes.rowDetail}>
          {shown === undefined
            ? <Text size="sm" c="dimmed">Wählen Sie eine Zeile, um zu sehen, was aus ihr wird, und über sie zu entscheiden.</Text>
            : <ImportRowDetail row={shown} mayProtect={overview.remarks.mayProtect} onDecide={(decisions) => onDecide(shown.id, decisions)} />}
        </div>
      </div>
    </section>
  )
}

/** The chosen row among those that are loaded. */
function findRow(rows: { total: number | undefined; at(index: number): ImportRow | undefined }, id: string | null): ImportRow | undefined {
  for (let index = 0; id !== null && index < (rows.total ?? 0); index += 1) {
    const row = rows.at(index)
    if (row?.id === id) return row
  }
  return undefined
}

function countFor(filter: ImportRowFilter, counts: ImportCounts): number {
  if (filter === 'all') return Object.values(counts).reduce((sum, value) => sum + value, 0)
  return filter === 'unchanged' ? counts.unchanged + counts.skipped : filter === 'noted' ? 0 : counts[filter]
}

/** "6 neu, 2 schon vorhanden, 1 kommt mit Begründung zurück" */
function countsText(counts: ImportCounts): string {
  const words: [number, string][] = [
    [counts.complete, 'ergänzen Kontakte'], [counts.open, 'noch zu entscheiden'], [counts.unchanged, 'schon vorhanden'], [counts.skipped, 'übersprungen'],
    [counts.rejected, 'mit Begründung zurück'], [counts.empty, 'leer'],
  ]
  return [`${counts.new.toLocaleString('de-DE')} neu`, ...words.filter(([value]) => value > 0).map(([value, text]) => `${value.toLocaleString('de-DE')} ${text}`)].join(', ')
}
