import { Select, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { eventKinds, eventStateLabels, eventStates, type EventState } from '../../../shared/events/catalogue.ts'
import type { ImportOptions } from '../../../shared/events/icalendar/model.ts'
import { api } from '../../app/office.ts'
import { ComingDayField } from '../../ui/ComingDayField.tsx'

/** Others' descriptions may hold what isn't meant for the public: dial-in numbers, names. */
const descriptions: readonly { value: ImportOptions['description']; label: string }[] = [
  { value: 'note', label: 'als Notiz, bleibt im Büro' }, { value: 'programme', label: 'als Text für Programm und Presse' }, { value: 'none', label: 'nicht übernehmen' },
]

/** Between which days, and as what entries are taken over. */
export function ImportSettings({ options, onChange }: { options: ImportOptions; onChange(patch: Partial<ImportOptions>): void }): ReactNode {
  const { data: series = [] } = useQuery(api.events.series.list.queryOptions())
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm" verticalSpacing="xs">
      <ComingDayField label="Termine von" value={options.from} onChange={(from) => from && onChange({ from })} />
      <ComingDayField label="bis" value={options.to} error={options.to < options.from ? 'Das Ende liegt vor dem Beginn.' : undefined} onChange={(to) => to && onChange({ to })} />
      <Select label="Beschreibungen" allowDeselect={false} data={[...descriptions]} value={options.description} onChange={(value) => value && onChange({ description: value as ImportOptions['description'] })} />
      <Select label="Art, wo der Kalender keine nennt" searchable allowDeselect={false} data={eventKinds.map(({ code, label }) => ({ value: code, label }))} value={options.kind} onChange={(kind) => kind && onChange({ kind })} />
      <Select label="Stand" allowDeselect={false} data={eventStates.filter((state) => state !== 'cancelled').map((value) => ({ value, label: eventStateLabels[value] }))} value={options.state} onChange={(state) => state && onChange({ state: state as EventState })} />
      <Select label="Reihe" placeholder="keine" clearable data={series.map(({ id, title }) => ({ value: id, label: title }))} value={options.seriesId} onChange={(seriesId) => onChange({ seriesId })} />
    </SimpleGrid>
  )
}
