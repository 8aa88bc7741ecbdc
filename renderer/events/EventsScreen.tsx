import { Button, Group, Radio, Select, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCalendarEvent, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { eventKinds } from '../../shared/events/catalogue.ts'
import { eventFilters, type EventFilter, type EventListItem } from '../../shared/events/model.ts'
import { useCommand } from '../app/commands.ts'
import { api, office } from '../app/office.ts'
import { usePreference } from '../app/usePreference.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { SplitView } from '../ui/SplitView.tsx'
import { useWindowedRows } from '../ui/useWindowedRows.ts'
import { EventList } from './EventList.tsx'
import { EventRecord } from './EventRecord.tsx'
import { EventsTabs } from './EventsTabs.tsx'
import { CalendarMenu } from './icalendar/CalendarMenu.tsx'
import { NewEvent } from './NewEvent.tsx'
import { DueLists } from './participants/DueLists.tsx'
import classes from './Events.module.css'

const filterLabels: Readonly<Record<EventFilter, string>> = { coming: 'Kommende', past: 'Vergangene', all: 'Alle' }

/** „Veranstaltungen": the list, beside it the chosen one. */
export function EventsScreen(): ReactNode {
  const { id, new: wanted, series, on } = useSearch({ from: '/events' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const [filter, setFilter] = usePreference<EventFilter>('events.filter', 'coming')
  const [kind, setKind] = useState('')
  const [year, setYear] = useState('')
  const [creating, setCreating] = useState(wanted === true)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // One alone is the one that is shown, also when something else has led to it.
  const marked = selected.size > 1 ? selected : new Set(id === undefined ? [] : [id])
  const search = useRef<HTMLInputElement>(null)
  const { data: allSeries = [] } = useQuery(api.events.series.list.queryOptions())
  useCommand('new', () => setCreating(true))
  useCommand('find-here', () => search.current?.focus())
  const go = (next: { id?: string | undefined; series?: string | undefined }): void => void navigate({ to: '/events', search: { ...(next.id && { id: next.id }), ...(next.series && { series: next.series }) } })
  const show = (chosen: string | undefined): void => go({ id: chosen, series })

  const input = { query, filter, kind, seriesId: series ?? null, from: year === '' ? null : `${year}-01-01`, to: year === '' ? null : `${year}-12-31` }
  const rows = useWindowedRows<EventListItem>(api.events.list.key({ input }), async (offset, limit) => {
    const { events, total } = await office.events.list({ ...input, offset, limit })
    return { rows: events, total }
  })
  const select = (ids: ReadonlySet<string>, shown: string | null): void => {
    setSelected(ids)
    if (shown !== null) show(shown)
  }
  const thisYear = new Date().getFullYear()
  const narrowed = query !== '' || kind !== '' || year !== '' || series !== undefined || filter !== 'all'
  const list = (
    <div className={classes.list}>
      <div className={classes.head}>
        <div className={classes.title}>
          <Title order={1} size="h3">Veranstaltungen</Title>
          <Group gap={6} wrap="nowrap">
            <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>Neue Veranstaltung</Button>
            <CalendarMenu selected={marked} seriesId={series ?? null} />
          </Group>
        </div>
        <EventsTabs current="events" />
        <DueLists onOpen={show} />
        <Group gap="xs">
          <TextInput ref={search} flex="2 1 140px" aria-label="Veranstaltungen suchen" placeholder="Titel, Ort, Partner, Stichwort" leftSection={<IconSearch size={16} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Select flex="1 1 108px" maw={180} aria-label="Nach Art eingrenzen" data={[{ value: '', label: 'Alle Arten' }, ...eventKinds.map(({ code, label }) => ({ value: code, label }))]} value={kind} allowDeselect={false} onChange={(value) => setKind(value ?? '')} />
          <Select flex="1 1 116px" maw={220} aria-label="Nach Reihe eingrenzen" data={[{ value: '', label: 'Alle Reihen' }, ...allSeries.map((each) => ({ value: each.id, label: each.title }))]} value={series ?? ''} allowDeselect={false} onChange={(value) => go({ id, series: value || undefined })} />
          <Select w={108} aria-label="Nach Jahr eingrenzen" data={[{ value: '', label: 'Alle Jahre' }, ...Array.from({ length: 10 }, (_, index) => String(thisYear + 2 - index)).map((each) => ({ value: each, label: each }))]} value={year} allowDeselect={false} onChange={(value) => setYear(value ?? '')} />
        </Group>
        <Radio.Group aria-label="Zeitraum" value={filter} onChange={(value) => setFilter(value as EventFilter)}>
          <div className={classes.filters}>{eventFilters.map((value) => <Radio.Card key={value} value={value} className={classes.filter}>{filterLabels[value]}</Radio.Card>)}</div>
        </Radio.Group>
      </div>
      {rows.error ? <FailureAlert error={rows.error} /> : null}
      <Text component="output" className={classes.count} size="xs" c="dimmed">{rows.total === undefined ? '' : `${rows.total} ${rows.total === 1 ? 'Veranstaltung' : 'Veranstaltungen'}${marked.size > 1 ? `, ${marked.size} markiert` : ''}`}</Text>
      {rows.total !== undefined && rows.total > 0 && <EventList rows={rows} descending={filter === 'past'} current={id ?? null} selected={marked} onSelect={select} />}
      {rows.total === 0 && narrowed && <Text px="md" c="dimmed" size="sm">Keine solche Veranstaltung.</Text>}
    </div>
  )
  return (
    <>
      <SplitView
        name="events.list" initial={560} smallest={300} recordSmallest={430} list={list}
        record={id === undefined ? (
          <EmptyState
            icon={IconCalendarEvent} title="Keine Veranstaltung gewählt"
            text="Tag und Art genügen für den Anfang: Die Checkliste der Art wird vorgeschlagen und vom Tag aus rückwärts gerechnet, Genehmigungen mit ihrem Vorlauf."
            steps={<Button onClick={() => setCreating(true)}>Veranstaltung planen</Button>}
          />
        ) : <EventRecord key={id} id={id} onClose={() => show(undefined)} />}
      />
      {creating && <NewEvent seriesId={series ?? null} startsOn={on ?? null} onClose={() => setCreating(false)} onCreated={(created) => { setCreating(false); show(created) }} />}
    </>
  )
}
