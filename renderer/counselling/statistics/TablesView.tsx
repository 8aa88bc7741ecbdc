import { ActionIcon, Alert, Button, Checkbox, Group, MultiSelect, Select, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconPrinter, IconTable, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dimensionIds, dimensions, type DimensionId } from '../../../shared/counselling/statistics/dimensions.ts'
import { measureIds, measureLabels, type FigureFilter, type MeasureId, type TableRequest } from '../../../shared/counselling/statistics/model.ts'
import { footnotes, tableTitle } from '../../../shared/counselling/statistics/printed.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { CategoryTable } from './CategoryTable.tsx'
import { CrossTable } from './CrossTable.tsx'
import { filterOptions } from './filterOptions.ts'
import classes from '../../ui/Figures.module.css'
import type { FigureChoice } from './useFigureChoice.ts'

const dimensionData = dimensionIds.map((id) => ({ value: id, label: dimensions[id].label }))
const measureData = measureIds.map((id) => ({ value: id, label: measureLabels[id] }))

interface Chosen {
  dimension: DimensionId
  detailed: boolean
}

/** Tables of one to three dimensions, with filters and the year before, to look at and to write to a file. */
export function TablesView({ choice: { source, asked, frozen } }: { choice: FigureChoice }) {
  const [chosen, setChosen] = useState<readonly Chosen[]>([{ dimension: 'topic', detailed: false }])
  const [filters, setFilters] = useState<readonly FigureFilter[]>([])
  const [measures, setMeasures] = useState<readonly MeasureId[]>(['contacts', 'cases', 'persons', 'minutes'])
  const [compare, setCompare] = useState(false)
  const single = chosen.length === 1
  const request: TableRequest | null = source && {
    source, dimensions: chosen.map(({ dimension, detailed }) => ({ dimension, groupsOnly: !detailed })),
    filters: frozen === null ? filters.filter(({ code }) => code !== '') : [], threshold: asked,
    measures: single ? [...measures] : [measures[0] ?? 'contacts'],
  }
  const comparing = compare && single && frozen === null
  const { data, error, refetch } = useQuery({
    ...api.counselling.statistics.table.queryOptions({ input: { ...(request ?? fallback), compare: comparing }, placeholderData: (kept) => kept }),
    enabled: request !== null,
  })
  const title = data ? tableTitle(data.table) : ''
  return (
    <Stack gap="md">
      <div className="no-print">
        <Dimensions chosen={chosen} onChange={setChosen} />
        <Group gap="lg" mt={10} align="flex-end">
          {single
            ? <MultiSelect label="Gezählt wird" w={330} data={measureData} value={[...measures]} onChange={(value) => value.length > 0 && setMeasures(measureIds.filter((id) => value.includes(id)))} />
            : <Select label="Gezählt wird" w={150} data={measureData} value={measures[0] ?? 'contacts'} onChange={(value) => value && setMeasures([value as MeasureId, ...measures.filter((id) => id !== value)])} />}
          {single && frozen === null && <Checkbox label="Vorjahr daneben" checked={compare} onChange={(event) => setCompare(event.currentTarget.checked)} mb={8} />}
        </Group>
        {frozen === null && <Filters filters={filters} onChange={setFilters} />}
      </div>
      {error ? <FailureAlert error={error} retry={() => void refetch()} /> : null}
      {data?.warnings.map((warning) => <Alert key={warning} variant="light" color="amber" role="alert" icon={<IconAlertTriangle aria-hidden />}><Text size="sm">{warning}</Text></Alert>)}
      {data && !error && (
        <section className={classes.card} aria-label={title}>
          {data.table.axes.length === 1
            ? <CategoryTable table={data.table} before={comparing ? data.before : null} caption={title} all />
            : <CrossTable table={data.table} caption={`${title}: ${measureLabels[data.table.measures[0] ?? 'contacts']}`} />}
          <ul className={classes.notes}>{footnotes(data.table).map((note) => <li key={note}>{note}</li>)}</ul>
        </section>
      )}
      {data && request && <Outputs request={request} title={title} />}
    </Stack>
  )
}

const fallback: TableRequest = {
  source: { kind: 'live', from: '2000-01-01', to: '2000-01-01' }, dimensions: [{ dimension: 'topic', groupsOnly: true }], filters: [], measures: ['contacts'], threshold: 5,
}
const names = ['Zeilen', 'Spalten', 'Tiefe']

function Dimensions({ chosen, onChange }: { chosen: readonly Chosen[]; onChange(chosen: readonly Chosen[]): void }) {
  const set = (at: number, patch: Partial<Chosen>): void => onChange(chosen.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  const free = dimensionData.filter(({ value }) => !chosen.some(({ dimension }) => dimension === value))
  const add = (): void => onChange([...chosen, { dimension: (free.find(({ value }) => value === 'channel') ?? free[0])?.value ?? 'channel', detailed: false }])
  return (
    <div className={classes.form}>
      {chosen.map(({ dimension, detailed }, at) => (
        <div key={names[at]}>
          <Group gap={4} wrap="nowrap" align="flex-end">
            <Select
              flex={1} label={names[at]} searchable data={dimensionData.filter(({ value }) => value === dimension || free.some((other) => other.value === value))} value={dimension}
              onChange={(value) => value && set(at, { dimension: value as DimensionId, detailed: false })}
            />
            {at > 0 && (
              <ActionIcon variant="subtle" size={34} aria-label={`${names[at] ?? ''} entfernen`} onClick={() => onChange(chosen.filter((_, index) => index !== at))}>
                <IconX size={17} aria-hidden />
              </ActionIcon>
            )}
          </Group>
          {dimensions[dimension].grouped && (
            <Checkbox mt={6} size="xs" label="mit Untergruppen" checked={detailed} onChange={(event) => set(at, { detailed: event.currentTarget.checked })} />
          )}
        </div>
      ))}
      {chosen.length < 3 && (
        <Button variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={add} w="fit-content" mt={25}>{chosen.length === 1 ? 'Spalten' : 'dritte Ebene'}</Button>
      )}
    </div>
  )
}

function Filters({ filters, onChange }: { filters: readonly FigureFilter[]; onChange(filters: readonly FigureFilter[]): void }) {
  const { data } = useQuery(api.counselling.statistics.filterValues.queryOptions())
  const free = dimensionData.filter(({ value }) => value !== 'month' && value !== 'mention' && !filters.some((filter) => filter.dimension === value))
  const set = (at: number, patch: Partial<FigureFilter>): void => onChange(filters.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  return (
    <Stack gap={8} mt={10}>
      {filters.map(({ dimension, code }, at) => (
        <Group key={dimension} gap={8} align="flex-end">
          <Select
            label="Nur" w={210} data={dimensionData.filter(({ value }) => value === dimension || free.some((other) => other.value === value))} value={dimension}
            onChange={(value) => value && set(at, { dimension: value as DimensionId, code: '' })}
          />
          <Select
            aria-label={`${dimensions[dimension].label}, Wert`} placeholder="wählen" w={300} searchable data={filterOptions(dimension, data?.places ?? [])} value={code === '' ? null : code}
            onChange={(value) => value && set(at, { code: value })} nothingFoundMessage="Nicht in der Liste"
          />
          <ActionIcon variant="subtle" size={34} aria-label="Filter entfernen" onClick={() => onChange(filters.filter((_, index) => index !== at))}><IconX size={17} aria-hidden /></ActionIcon>
        </Group>
      ))}
      {filters.length < 4 && (
        <Button variant="subtle" size="compact-sm" w="fit-content" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => onChange([...filters, { dimension: (free.find(({ value }) => value === 'status') ?? free[0])?.value ?? 'status', code: '' }])}>Filter</Button>
      )}
    </Stack>
  )
}

function Outputs({ request, title }: { request: TableRequest; title: string }) {
  const internal = request.threshold === null
  const save = async (format: 'xlsx' | 'csv'): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: `Statistik ${title.replace(' × ', ' nach ')}${internal ? ' (nur intern)' : ''}.${format}`.replace(/[×/:]/gu, ' '), kind: format })
      if (!target) return
      const { hidden } = await office.counselling.statistics.save({ ...request, title: '', format, grant: target.grant })
      showNotice(`„${target.name}“ gespeichert${internal ? '. Nur intern, nicht weitergeben' : hidden === 0 ? '' : `, ${hidden === 1 ? '1 Feld' : `${hidden} Felder`} nicht ausgewiesen`}.`)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Group gap="xs" className="no-print">
      <ExportButton format="xlsx" leftSection={<IconTable size={18} aria-hidden />} onClick={() => void save('xlsx')}>Als Excel-Datei …</ExportButton>
      <ExportButton format="csv" variant="default" onClick={() => void save('csv')}>Als CSV …</ExportButton>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void desktop.print()}>Drucken</Button>
    </Group>
  )
}
