import { Badge, Button, Group, SegmentedControl, Select, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCalendarShare, IconChecks, IconMailForward } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Series } from '../../../../shared/events/model.ts'
import { approvalLabels, approvals, gapLabels, type ProgrammeEvent } from '../../../../shared/events/series/model.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import { api, office } from '../../../app/office.ts'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import { attempt } from '../../../ui/attempt.ts'
import classes from '../../Events.module.css'
import { EventStateBadge } from '../../EventStateBadge.tsx'
import parts from '../Series.module.css'
import { ChaseDialog } from '../call/ChaseDialog.tsx'
import { ApprovalBadge } from './ApprovalBadge.tsx'
import { grouped, orderLabels, orders, type Order } from './grouping.ts'
import { MoveDay } from './MoveDay.tsx'
import { QuickEdit } from './QuickEdit.tsx'
import { SeriesClashes } from './SeriesClashes.tsx'

const filters = [{ value: 'all', label: 'Alle Beiträge' }, { value: 'gaps', label: 'Mit Lücken' }, ...approvals.map((value) => ({ value, label: approvalLabels[value] })), { value: 'own', label: 'Vom Büro angelegt' }]

/** „Programm": the events of the series by day, place, topic or organiser, what is decided about each and what it lacks. */
export function SeriesProgramme({ series }: { series: Series }): ReactNode {
  const { data: events = [], error } = useQuery(api.events.programme.events.queryOptions({ input: { seriesId: series.id } }))
  const [order, setOrder] = useState<Order>('day')
  const [filter, setFilter] = useState('all')
  const [moving, setMoving] = useState<{ day: string; count: number } | null>(null)
  const [chasing, setChasing] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  if (error) return <FailureAlert error={error} />
  const shown = events.filter(({ approval, gaps }) => filter === 'all' || (filter === 'gaps' ? gaps.length > 0 : filter === 'own' ? approval === null : approval === filter))
  const ready = events.filter(({ approval, gaps }) => approval === 'received' && gaps.length === 0)
  const accept = (): void => void attempt(() => office.events.programme.entries.decide({ eventIds: ready.map(({ id }) => id), fields: { approval: 'accepted' } }), `${ready.length} Beiträge angenommen.`)
  const edited = events.find(({ id }) => id === editing)
  const groups = order === 'clashes' ? [] : grouped(shown, order)
  return (
    <div className={`${classes.page} ${parts.container}`}>
      <div className={parts.counts}>
        <span><strong>{events.length}</strong> {events.length === 1 ? 'Veranstaltung' : 'Veranstaltungen'}</span>
        <span><strong>{events.filter(({ approval }) => approval === 'received').length}</strong> noch anzusehen</span>
        <span><strong>{events.filter(({ approval }) => approval === 'query').length}</strong> mit Rückfrage</span>
        <span><strong>{events.filter(({ gaps }) => gaps.length > 0).length}</strong> mit Lücken</span>
      </div>
      <div className={parts.tools}>
        <SegmentedControl size="xs" aria-label="Ordnen nach" data={orders.map((value) => ({ value, label: orderLabels[value] }))} value={order} onChange={(value) => setOrder(value as Order)} />
        {order !== 'clashes' && <Select w={180} size="xs" aria-label="Beiträge eingrenzen" allowDeselect={false} data={filters} value={filter} onChange={(value) => value && setFilter(value)} />}
        {!series.trashed && ready.length > 0 && <Button size="compact-md" variant="default" leftSection={<IconChecks size={16} aria-hidden />} onClick={accept}>{ready.length === 1 ? '1 ohne Lücken annehmen' : `${ready.length} ohne Lücken annehmen`}</Button>}
        {!series.trashed && events.some(({ gaps, approval }) => gaps.length > 0 || approval === 'query') && <Button size="compact-md" variant="default" leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => setChasing(true)}>Lücken erfragen</Button>}
      </div>
      {events.length === 0 && <Text size="sm" c="dimmed">Noch keine Veranstaltung. Beiträge kommen unter „Aufruf“ herein, eigene legen Sie unter „Angaben“ an.</Text>}
      {order === 'clashes' && <SeriesClashes id={series.id} />}
      {events.length > 0 && groups.length === 0 && order !== 'clashes' && <Text size="sm" c="dimmed">{order === 'gaps' ? 'Keine Lücken.' : 'Nichts gefunden.'}</Text>}
      {groups.map(({ heading, day, events: those }) => (
        <section key={heading} className={parts.group} aria-label={heading}>
          <Group justify="space-between">
            <Title order={3} size="h5">{heading} <Text span size="sm" c="dimmed">({those.length})</Text></Title>
            {/* All of the day or nothing: what a filter hides would move along unseen. */}
            {day !== null && filter === 'all' && !series.trashed && <Button size="compact-sm" variant="subtle" leftSection={<IconCalendarShare size={16} aria-hidden />} aria-label={`${heading} verlegen`} onClick={() => setMoving({ day, count: those.length })}>Tag verlegen</Button>}
          </Group>
          <ul className={classes.rows}>{those.map((event) => <EventRow key={event.id} event={event} dated={order !== 'day'} onOpen={() => setEditing(event.id)} />)}</ul>
        </section>
      ))}
      {chasing && <ChaseDialog seriesId={series.id} onClose={() => setChasing(false)} />}
      {moving && <MoveDay series={series} {...moving} onClose={() => setMoving(null)} />}
      {edited && <QuickEdit key={edited.id} event={edited} seriesId={series.id} readOnly={series.trashed} onClose={() => setEditing(null)} />}
    </div>
  )
}

function EventRow({ event, dated, onOpen }: { event: ProgrammeEvent; dated: boolean; onOpen(): void }): ReactNode {
  const { startsOn, startsAt, endsAt, approval, gaps } = event
  return (
    <li className={parts.event}>
      <div className={parts.time}>
        {dated && <div>{startsOn === null ? 'ohne Tag' : germanDay(startsOn)}</div>}
        {startsAt === null ? '' : `${startsAt}${endsAt === null ? '' : `–${endsAt}`}`}
      </div>
      <div>
        <button type="button" className={classes.link} onClick={onOpen}>{event.title}</button>
        <div className={classes.facts}><Personal>{[event.place, event.organisers.join(', ')].filter(Boolean).join(' · ')}</Personal></div>
        {event.query !== '' && <Text size="xs">Rückfrage: {event.query}</Text>}
      </div>
      <div className={parts.badges}>
        {event.state === 'cancelled' && <EventStateBadge state="cancelled" />}
        {approval !== null && <ApprovalBadge approval={approval} />}
        {gaps.map((gap) => <Badge key={gap} variant="outline" color="amber" leftSection={<IconAlertTriangle size={12} aria-hidden />}>{gapLabels[gap]}</Badge>)}
      </div>
    </li>
  )
}
