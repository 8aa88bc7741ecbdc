import { Button, Group, Select, Text, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { auditKinds, type AuditEntry, type AuditFilter, type AuditKind } from '../../shared/audit/model.ts'
import { auditKindLabels, entryText } from '../../shared/audit/words.ts'
import { germanDateTime } from '../../shared/dates.ts'
import type { Side } from '../../shared/records/model.ts'
import { api, office } from '../app/office.ts'
import { ExportButton } from '../ui/Export.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import tables from '../ui/PlainTable.module.css'
import { saveTable } from '../ui/saveTable.ts'

const page = 50
const kinds = auditKinds.map((value) => ({ value, label: auditKindLabels[value] }))

/** Entries by kind, person and days, the newest first. */
export function EntryList({ side, scope, people }: { side: Side; scope: AuditFilter['scope']; people: readonly { id: string; name: string }[] }) {
  const [chosen, setChosen] = useState<Omit<AuditFilter, 'scope'>>({ kind: null, personId: null, from: null, to: null })
  const [offset, setOffset] = useState(0)
  const filter: AuditFilter = { scope, ...chosen }
  const { data, error, refetch } = useQuery(api.audit[side].list.queryOptions({ input: { ...filter, offset, limit: page }, placeholderData: keepPreviousData }))
  const choose = (change: Partial<typeof chosen>): void => {
    setChosen({ ...chosen, ...change })
    setOffset(0)
  }
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  const save = (format: 'pdf' | 'csv') => async (): Promise<void> => {
    await saveTable(`Protokoll.${format}`, format, (grant) => office.audit[side].save({ ...filter, format, grant }))
    await refetch()
  }
  return (
    <section aria-label={scope === 'all' ? 'Einträge aller Personen' : 'Eigene Einträge'}>
      <Title order={3} size="md" mb="xs">{scope === 'all' ? 'Einträge aller Personen' : 'Eigene Einträge'}</Title>
      <Group align="flex-end" gap="sm" mb="sm">
        <Select label="Art" placeholder="alle" clearable clearButtonProps={{ 'aria-label': 'Art zurücksetzen' }} data={kinds} value={chosen.kind} onChange={(kind) => choose({ kind: kind as AuditKind | null })} w={180} />
        {scope === 'all' && <Select label="Person" placeholder="alle" clearable clearButtonProps={{ 'aria-label': 'Person zurücksetzen' }} data={people.map(({ id, name }) => ({ value: id, label: name }))} value={chosen.personId} onChange={(personId) => choose({ personId })} w={190} />}
        <DateInput label="von" valueFormat="DD.MM.YYYY" clearable value={chosen.from} onChange={(from) => choose({ from })} w={134} />
        <DateInput label="bis" valueFormat="DD.MM.YYYY" clearable value={chosen.to} onChange={(to) => choose({ to })} w={134} />
        <ExportButton format="pdf" variant="default" leftSection={<IconFileTypePdf size={18} aria-hidden />} onClick={() => void save('pdf')()}>Als PDF</ExportButton>
        <ExportButton format="csv" variant="default" leftSection={<IconFileTypeCsv size={18} aria-hidden />} onClick={() => void save('csv')()}>Als CSV</ExportButton>
      </Group>
      {data && <Entries entries={data.entries} />}
      {data && (
        <Group gap="sm" mt="sm">
          <Text size="sm" role="status">{data.total === 0 ? 'Keine Einträge.' : `${offset + 1} bis ${Math.min(offset + page, data.total)} von ${data.total}`}</Text>
          {offset > 0 && <Button size="compact-sm" variant="default" onClick={() => setOffset(Math.max(0, offset - page))}>Neuere</Button>}
          {offset + page < data.total && <Button size="compact-sm" variant="default" onClick={() => setOffset(offset + page)}>Ältere</Button>}
        </Group>
      )}
    </section>
  )
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  if (entries.length === 0) return null
  return (
    // In a narrow window the table is wider than its place: it has to be reached to be scrolled by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={tables.tableFrame} role="group" aria-label="Protokolleinträge" tabIndex={0}>
      <table className={tables.table} aria-label="Protokoll">
        <thead><tr><th scope="col">Nr.</th><th scope="col">Zeit</th><th scope="col">Person</th><th scope="col">Art</th><th scope="col">Was geschah</th><th scope="col">Betrifft</th></tr></thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>{entry.seq}</td>
              <td style={{ whiteSpace: 'nowrap' }}>{germanDateTime(entry.at)}</td>
              <td>{entry.personName || 'niemand angemeldet'}</td>
              <td>{auditKindLabels[entry.kind]}</td>
              <th scope="row">{entryText(entry)}{entry.failed && <Text size="xs" c="dimmed">nicht ausgeführt</Text>}</th>
              <td>{entry.subjectName || (entry.subject && <span className={tables.code} title="Kennung ohne Namen">{entry.subject.slice(0, 13)}…</span>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
