import { Alert, Button, Center, Group, Loader, Menu, Text, Title } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { kindLabel } from '../../shared/events/catalogue.ts'
import { eventInputSchema, type EventInput, type OfficeEvent } from '../../shared/events/model.ts'
import { hidesData } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { useRecordForm } from '../app/useRecordForm.ts'
import { ExportItem } from '../ui/Export.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { useHelpPlace } from '../ui/helpPlace.ts'
import { OverflowTabs } from '../ui/OverflowTabs.tsx'
import { SaveState } from '../ui/SaveState.tsx'
import { attempt } from '../ui/attempt.ts'
import { EventChecklist } from './checklist/EventChecklist.tsx'
import { CopyEvent } from './CopyEvent.tsx'
import { eventDay } from './eventDay.ts'
import { EventDetails } from './EventDetails.tsx'
import { EventHistory } from './EventHistory.tsx'
import { EventPartners } from './EventPartners.tsx'
import { EventStateBadge } from './EventStateBadge.tsx'
import { saveCalendar } from './icalendar/saveCalendar.ts'
import { EventMoneyTab } from './money/EventMoneyTab.tsx'
import { DueHint } from './participants/DueHint.tsx'
import { ParticipantsTab } from './participants/ParticipantsTab.tsx'
import { EventRunTab } from './run/EventRunTab.tsx'
import classes from './Events.module.css'

type View = 'details' | 'partners' | 'checklist' | 'participants' | 'run' | 'money' | 'course'

/** One event with everything that belongs to it. */
export function EventRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Veranstaltung wird geladen" /></Center>
  // A paper leads here by the receipt that it lies with.
  return <Shown event={data} first={data.id === id ? 'details' : 'money'} onClose={onClose} />
}

function Shown({ event, first, onClose }: { event: OfficeEvent; first: View; onClose(): void }): ReactNode {
  const { id } = event
  const land = useOfficeLand()
  const [view, setView] = useState<View>(first)
  useHelpPlace(`/events/${view}`)
  const [copying, setCopying] = useState(false)
  const form = useRecordForm<OfficeEvent, EventInput>(event, (stored) => eventInputSchema.parse(stored), (version, fields) => office.events.update({ id, version, fields, land }))
  const { data: tasks = [] } = useQuery(api.tasks.ofRecord.queryOptions({ input: { type: 'event', id } }))
  const open = tasks.filter(({ doneAt }) => doneAt === null).length
  const saveThis = async (): Promise<void> => {
    await form.flush()
    await saveCalendar({ kind: 'events', ids: [id] })
  }
  const tabs = useMemo(() => [
    { value: 'details' as const, label: 'Angaben' },
    { value: 'partners' as const, label: `Beteiligte${event.partners.length > 0 ? ` (${event.partners.length})` : ''}` },
    { value: 'checklist' as const, label: `Checkliste${tasks.length > 0 ? ` (${tasks.length - open}/${tasks.length})` : ''}` },
    { value: 'participants' as const, label: 'Teilnehmende' },
    { value: 'run' as const, label: 'Ablauf' }, { value: 'money' as const, label: 'Geld' }, { value: 'course' as const, label: 'Verlauf' },
  ], [event.partners.length, tasks.length, open])
  /** What is unsaved is stored first: the parts of the event are checked against its version. */
  const show = async (next: View): Promise<void> => {
    await form.flush()
    setView(next)
  }
  const remove = async (): Promise<void> => {
    const removed = await attempt(async () => {
      await form.flush()
      return office.events.remove({ id, version: (await office.events.get({ id })).version })
    }, 'Die Veranstaltung liegt mit ihren Aufgaben im Papierkorb.')
    if (removed) onClose()
  }
  return (
    <section className={classes.record} aria-label={`Veranstaltung ${event.title}`}>
      <header className={classes.recordHead}>
        <Group gap="xs" justify="space-between">
          <Group gap="xs"><Text size="sm" c="dimmed">{kindLabel(event.kind)}</Text><EventStateBadge state={event.state} /></Group>
          <Group gap="xs">
            <SaveState status={form.status} />
            {!event.trashed && (
              <Menu position="bottom-end">
                <Menu.Target><Button variant="default" size="compact-md" px={6} aria-label="Weitere Schritte"><IconDots size={18} aria-hidden /></Button></Menu.Target>
                <Menu.Dropdown>
                  <ExportItem format="ics" disabled={event.startsOn === null} onClick={() => void saveThis()}>Als Kalenderdatei (.ics) …</ExportItem>
                  <Menu.Item onClick={() => setCopying(true)}>Als Vorlage für neue Veranstaltung …</Menu.Item>
                  <Menu.Item onClick={() => void remove()}>In den Papierkorb</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        </Group>
        <Title order={2} size="h3" className={classes.recordTitle}>{event.title}</Title>
        <Text size="sm">{[eventDay(event), event.place, event.seriesTitle].filter(Boolean).join(' · ')}</Text>
      </header>
      {event.trashed && <Alert m="md" title="Diese Veranstaltung liegt im Papierkorb.">Dort kann sie wiederhergestellt werden.</Alert>}
      {view !== 'participants' && <DueHint eventId={id} onOpen={() => void show('participants')} />}
      <OverflowTabs tabs={tabs} current={view} onChange={(next) => void show(next)} className={classes.tabs} panelClass={classes.panel}>
        {view === 'details' && <EventDetails event={event} form={form} />}
        {view === 'partners' && <EventPartners event={event} />}
        {view === 'checklist' && <EventChecklist event={event} tasks={tasks} />}
        {view === 'participants' && <ParticipantsTab event={event} />}
        {view === 'run' && <EventRunTab event={event} />}
        {view === 'money' && <EventMoneyTab event={event} />}
        {view === 'course' && <EventHistory id={id} />}
      </OverflowTabs>
      {copying && <CopyEvent event={event} onClose={() => setCopying(false)} onCreated={(created) => { setCopying(false); openRecord({ type: 'event', id: created }) }} />}
    </section>
  )
}
