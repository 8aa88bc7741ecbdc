import { Button, Group, SimpleGrid, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import type { Series, SeriesInput } from '../../../shared/events/model.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import type { RecordForm } from '../../app/useRecordForm.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { ComingDayField } from '../../ui/ComingDayField.tsx'
import { eventDay } from '../eventDay.ts'
import { EventStateBadge } from '../EventStateBadge.tsx'
import { saveCalendar } from '../icalendar/saveCalendar.ts'
import { SeriesMoney } from '../money/SeriesMoney.tsx'
import classes from '../Events.module.css'

type Day = 'startsOn' | 'endsOn' | 'entriesUntil'

/** „Angaben": what a series is, its deadlines and its events. */
export function SeriesDetails({ series, form }: { series: Series; form: RecordForm<SeriesInput> }): ReactNode {
  const { id, trashed: readOnly } = series
  const { fields, set } = form
  /** A day that is being typed passes through others, and tasks hang on it: it counts once the field is left. */
  const [typed, setTyped] = useState<Partial<Record<Day, string | null>>>({})
  const errors = form.status.state === 'failed' ? form.status.failure.data.fields ?? {} : {}
  const leave = (name: Day): void => {
    const value = typed[name]
    if (value === undefined) return
    setTyped(({ [name]: _left, ...rest }) => rest)
    set({ [name]: value })
  }
  const day = (name: Day) => ({
    value: typed[name] === undefined ? fields[name] : typed[name], error: errors[name], readOnly, clearable: !readOnly, onChange: (value: string | null) => setTyped((before) => ({ ...before, [name]: value })),
    onBlur: () => leave(name), onKeyDown: (event: { key: string }) => { if (event.key === 'Enter') leave(name) },
  })
  const text = (name: 'title' | 'motto' | 'note', maxLength = 300) => ({ value: fields[name], readOnly, maxLength, onChange: (change: { currentTarget: { value: string } }) => set({ [name]: change.currentTarget.value }) })
  return (
    <div className={classes.page}>
      <TextInput label="Titel" error={fields.title.trim() === '' ? 'Bitte der Reihe einen Titel geben.' : undefined} {...text('title')} />
      <TextInput label="Motto" {...text('motto')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm"><ComingDayField label="Erster Tag" {...day('startsOn')} /><ComingDayField label="Letzter Tag" {...day('endsOn')} /><ComingDayField label="Beiträge bis" {...day('entriesUntil')} /></SimpleGrid>
      <Textarea label="Notiz" autosize minRows={2} {...text('note', 5_000)} />
      <SeriesTasks id={id} />
      <SeriesEvents id={id} />
      <SeriesMoney seriesId={id} />
    </div>
  )
}

/** What is to be done for the series as a whole; made with the day until which entries are awaited, and moving with it. */
function SeriesTasks({ id }: { id: string }): ReactNode {
  const { data = [] } = useQuery(api.tasks.ofRecord.queryOptions({ input: { type: 'event-series', id } }))
  if (data.length === 0) return <Text size="sm" c="dimmed">Mit dem Tag unter „Beiträge bis“ entstehen die Aufgaben der Reihe: erinnern, einlesen, Redaktionsschluss, Druck, Presse. Sie wandern mit, wenn sich die Tage ändern.</Text>
  return (
    <section className={classes.section} aria-label="Aufgaben der Reihe">
      <Title order={3} size="h4">Aufgaben</Title>
      <ul className={classes.rows}>
        {data.map((task) => (
          <li key={task.id} className={classes.row}>
            <div className={classes.grow}><button type="button" className={classes.link} onClick={() => openRecord({ type: 'task', id: task.id })}>{task.title}</button></div>
            <Text size="sm" c="dimmed">{task.doneAt === null ? task.dueOn === null ? 'ohne Tag' : `bis ${germanDate(task.dueOn)}` : 'erledigt'}</Text>
          </li>
        ))}
      </ul>
    </section>
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
          {data !== undefined && data.events.length > 0 && <ExportButton format="ics" size="compact-sm" variant="default" onClick={() => void saveCalendar({ kind: 'series', id })}>Als Kalenderdatei …</ExportButton>}
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
