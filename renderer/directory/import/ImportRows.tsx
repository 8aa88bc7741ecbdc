import { ScrollArea, SegmentedControl, Table, Text, Title } from '@mantine/core'
import { IconArrowBackUp, IconCircleDashed, IconEqual, IconPlus, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { importFieldLabels, type ImportCounts, type ImportOutcome, type ImportPreview, type ImportRow } from '../../../shared/directory/import.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './ImportScreen.module.css'

/** More rows than these say nothing new on a screen; all of them are imported. */
const shownRows = 200

const outcomes: Record<ImportOutcome, { label: string; icon: Icon }> = {
  import: { label: 'Neu', icon: IconPlus },
  unchanged: { label: 'Vorhanden', icon: IconEqual },
  rejected: { label: 'Zurück', icon: IconArrowBackUp },
  empty: { label: 'Leer', icon: IconCircleDashed },
}

type Filter = 'all' | 'noted' | 'rejected'

/** What will happen to each row: outcome, what is mended, what to look at, and why a row comes back. */
export function ImportRows({ preview: { rows, counts } }: { preview: ImportPreview }) {
  const [filter, setFilter] = useState<Filter>('all')
  const noted = rows.filter(({ repairs, hints }) => repairs.length > 0 || hints.length > 0)
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected')
  const chosen = { all: rows, noted, rejected }[filter]
  return (
    <section aria-label="Vorschau">
      <Title order={2} size="h4">Vorschau</Title>
      <Text size="sm" mb="xs" role="status">{countsText(counts)}</Text>
      <SegmentedControl
        aria-label="Welche Zeilen"
        data={[
          { value: 'all', label: `Alle (${rows.length.toLocaleString('de-DE')})` },
          { value: 'noted', label: `Mit Hinweis (${noted.length.toLocaleString('de-DE')})` },
          { value: 'rejected', label: `Zurückgegeben (${rejected.length.toLocaleString('de-DE')})` },
        ]}
        value={filter}
        onChange={(value) => setFilter(value as Filter)}
      />
      <ScrollArea mt="sm" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Zeilen der Vorschau' }}>
        <Table className={classes.table ?? ''} highlightOnHover miw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Zeile</Table.Th><Table.Th>Ergebnis</Table.Th><Table.Th>Name</Table.Th><Table.Th>Ort</Table.Th><Table.Th>Korrekturen und Hinweise</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{chosen.slice(0, shownRows).map((row) => <PreviewRow key={row.line} row={row} />)}</Table.Tbody>
        </Table>
      </ScrollArea>
      {chosen.length > shownRows && (
        <Text size="sm" c="dimmed" mt="xs">und {(chosen.length - shownRows).toLocaleString('de-DE')} weitere Zeilen</Text>
      )}
    </section>
  )
}

function PreviewRow({ row: { line, outcome, reason, name, place, repairs, hints } }: { row: ImportRow }) {
  const { label, icon: OutcomeIcon } = outcomes[outcome]
  return (
    <Table.Tr>
      <Table.Td>{line}</Table.Td>
      <Table.Td><span className={classes.outcome}><OutcomeIcon size={15} aria-hidden />{label}</span></Table.Td>
      <Table.Td><Personal>{name}</Personal></Table.Td>
      <Table.Td>{place}</Table.Td>
      <Table.Td>
        <ul className={classes.notes}>
          {reason && <li><b>{reason}</b></li>}
          {repairs.map((repair) => (
            <li key={`${repair.field}${repair.before}`}>{`${importFieldLabels[repair.field]}: ${repair.before} → ${repair.after || 'leer'} (${repair.reason})`}</li>
          ))}
          {hints.map((hint) => <li key={hint}>{hint}</li>)}
        </ul>
      </Table.Td>
    </Table.Tr>
  )
}

/** "6 neu, 2 schon vorhanden, 1 kommt mit Begründung zurück" */
function countsText(counts: ImportCounts): string {
  return [
    `${counts.import.toLocaleString('de-DE')} neu`,
    counts.unchanged > 0 && `${counts.unchanged.toLocaleString('de-DE')} schon vorhanden`,
    counts.rejected > 0 && `${counts.rejected.toLocaleString('de-DE')} mit Begründung zurück`,
    counts.empty > 0 && `${counts.empty.toLocaleString('de-DE')} leer`,
  ].filter(Boolean).join(', ')
}
