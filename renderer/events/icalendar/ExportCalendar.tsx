import { Group, Radio, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ExportSource } from '../../../shared/events/icalendar/model.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { api } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { ComingDayField } from '../../ui/ComingDayField.tsx'
import { comingSeason, saveCalendar, summaryText } from './saveCalendar.ts'

const publicText = 'Hinaus gehen Titel, Zeit, Ort, Text für das Programm, Zugang, Sprachen, Eintritt und Anmeldung. Notizen, Verantwortliche, Teilnehmende und private Nummern bleiben im Büro. Outlook, Google, Nextcloud und Thunderbird lesen die Datei.'

/** Chooses what goes into a calendar file: a season, a series, or what is marked in the list. */
export function ExportCalendar({ selected, seriesId, onClose }: { selected: readonly string[]; seriesId: string | null; onClose(): void }): ReactNode {
  const [kind, setKind] = useState<ExportSource['kind']>(selected.length > 1 ? 'events' : seriesId === null ? 'period' : 'series')
  const land = useOfficeLand()
  const [days, setDays] = useState<{ from: string | null; to: string | null }>(comingSeason)
  const [chosen, setChosen] = useState(seriesId)
  const { data: series = [] } = useQuery(api.events.series.list.queryOptions())
  const source = sourceOf(kind, selected, chosen, days, land)
  const { data: summary } = useQuery({ ...api.events.icalendar.plan.queryOptions({ input: { source: source ?? { kind: 'period', from: '2000-01-01', to: '2000-01-01' } } }), enabled: source !== null })
  const possible = source !== null && summary !== undefined && summary.events > 0
  const save = (): void => {
    if (source === null) return
    onClose()
    void saveCalendar(source)
  }
  return (
    <DecisionDialog title="Kalenderdatei speichern" confirm="Speichern …" saves="ics" disabled={!possible} onConfirm={save} onClose={onClose}>
      <Stack gap="sm">
        <Radio.Group label="Was" value={kind} onChange={(value) => setKind(value as ExportSource['kind'])}>
          <Group gap="lg" mt={4}>
            <Radio value="period" label="Ein Zeitraum" />
            <Radio value="series" label="Eine Reihe" disabled={series.length === 0} />
            <Radio value="office" label="Sprechzeiten und Termine" />
            <Radio value="events" label={selected.length === 1 ? 'Die gewählte' : selected.length === 0 ? 'Markierte' : `Die ${selected.length} markierten`} disabled={selected.length === 0} />
          </Group>
        </Radio.Group>
        {(kind === 'period' || kind === 'office') && (
          <Group gap="sm" align="flex-start">
            <ComingDayField label="Von" value={days.from} onChange={(from) => setDays({ ...days, from })} />
            <ComingDayField label="Bis" value={days.to} error={days.from !== null && days.to !== null && days.to < days.from ? 'Das Ende liegt vor dem Beginn.' : undefined} onChange={(to) => setDays({ ...days, to })} />
          </Group>
        )}
        {kind === 'series' && <Select label="Reihe" allowDeselect={false} data={series.map(({ id, title }) => ({ value: id, label: title }))} value={chosen} onChange={setChosen} />}
        <Text size="sm" component="output">{source === null || summary === undefined ? '' : summaryText(summary, kind === 'office')}</Text>
        <Text size="sm" c="dimmed">{kind === 'office' ? 'Sprechzeiten gehen mit Titel, Ort und Wiederholung hinaus, ohne Feiertage und ohne die ausgefallenen; Termine nur als „Termin“ mit ihrer Zeit. Abwesenheiten, Namen und Notizen bleiben im Büro.' : publicText}</Text>
      </Stack>
    </DecisionDialog>
  )
}

function sourceOf(kind: ExportSource['kind'], ids: readonly string[], seriesId: string | null, { from, to }: { from: string | null; to: string | null }, land: Land): ExportSource | null {
  if (kind === 'events') return ids.length === 0 ? null : { kind, ids: [...ids] }
  if (kind === 'series') return seriesId === null ? null : { kind, id: seriesId }
  if (from === null || to === null || to < from) return null
  return kind === 'office' ? { kind, from, to, land } : { kind, from, to }
}
