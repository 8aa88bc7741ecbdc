import { Button, Center, Group, Loader, SimpleGrid, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { seriesInputSchema, type Series, type SeriesInput } from '../../../shared/events/model.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { useRecordForm } from '../../app/useRecordForm.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { attempt } from '../attempt.ts'
import { eventDay } from '../eventDay.ts'
import { EventStateBadge } from '../EventStateBadge.tsx'
import { saveCalendar } from '../icalendar/saveCalendar.ts'
import { SeriesMoney } from '../money/SeriesMoney.tsx'
import { RecordFrame } from '../RecordFrame.tsx'
import { ComingDayField } from '../../ui/ComingDayField.tsx'
import classes from '../Events.module.css'

/** One series with its events. */
export function SeriesRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.series.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Reihe wird geladen" /></Center>
  return <Shown series={data} onClose={onClose} />
}

function Shown({ series, onClose }: { series: Series; onClose(): void }): ReactNode {
  const { id, trashed: readOnly } = series
  const form = useRecordForm<Series, SeriesInput>(series, (stored) => seriesInputSchema.parse(stored), (version, _changed, fields) => office.events.series.update({ id, version, fields }))
  const { fields, set } = form
  const errors = form.status.state === 'failed' ? form.status.failure.data.fields ?? {} : {}
  const day = (name: 'startsOn' | 'endsOn' | 'entriesUntil') => ({ value: fields[name], error: errors[name], readOnly, clearable: !readOnly, onChange: (value: string | null) => set({ [name]: value }) })
  const text = (name: 'title' | 'motto' | 'note', maxLength = 300) => ({ value: fields[name], readOnly, maxLength, onChange: (change: { currentTarget: { value: string } }) => set({ [name]: change.currentTarget.value }) })
  const remove = async (): Promise<void> => {
    const removed = await attempt(async () => { await form.flush(); return office.events.series.remove({ id, version: form.version() }) }, 'Die Reihe liegt im Papierkorb. Ihre Veranstaltungen bleiben.')
    if (removed) onClose()
  }
  return (
    <RecordFrame label="Reihe" title={series.title} status={form.status} trashed={series.trashed} onRemove={() => void remove()}>
      <TextInput label="Titel" error={fields.title.trim() === '' ? 'Bitte der Reihe einen Titel geben.' : undefined} {...text('title')} />
      <TextInput label="Motto" {...text('motto')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm"><ComingDayField label="Erster Tag" {...day('startsOn')} /><ComingDayField label="Letzter Tag" {...day('endsOn')} /><ComingDayField label="Beiträge bis" {...day('entriesUntil')} /></SimpleGrid>
      <Textarea label="Notiz" autosize minRows={2} {...text('note', 5_000)} />
      <SeriesEvents id={id} />
      <SeriesMoney seriesId={id} />
    </RecordFrame>
  )
}

function SeriesEvents({ id }: { id: string }): ReactNode {
  const navigate = useNavigate()
  const { data } = useQuery(api.events.list.queryOptions({ input: { filter: 'all', seriesId: id, limit: 500 } }))
  return (
    <section className={classes.section} aria-label="Veranstaltungen der Reihe">
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h4">Veranstaltungen</Title>
        <Group gap={6}>
          {data !== undefined && data.events.length > 0 && <Button size="compact-sm" variant="default" onClick={() => void saveCalendar({ kind: 'series', id })}>Als Kalenderdatei …</Button>}
          <Button size="compact-sm" variant="default" onClick={() => void navigate({ to: '/events', search: { series: id, new: true } })}>Veranstaltung hinzufügen</Button>
        </Group>
      </Group>
      {data?.events.length === 0 && <Text size="sm" c="dimmed">Noch keine.</Text>}
      <ul className={classes.rows}>
        {data?.events.map((event) => (
          <li key={event.id} className={classes.row}>
            <div className={classes.grow}>
              <button type="button" className={classes.link} onClick={() => openRecord({ type: 'event', id: event.id })}>{event.title}</button>
              <div className={classes.facts}>{[eventDay(event), event.place].filter(Boolean).join(' · ')}</div>
            </div>
            <EventStateBadge state={event.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
