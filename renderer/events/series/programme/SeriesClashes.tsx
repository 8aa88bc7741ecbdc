import { Loader, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Clash, SeriesClash } from '../../../../shared/events/clashes/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { api } from '../../../app/office.ts'
import { openRecord } from '../../../app/openRecord.ts'
import { useOfficeLand } from '../../../app/useOfficeLand.ts'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { ClashList } from '../../clashes/ClashList.tsx'
import { eventDay } from '../../eventDay.ts'
import classes from '../../Events.module.css'
import parts from '../Series.module.css'

/** What in the series comes into conflict: same people, same hall, a feast or holiday. Each pair stands once. */
export function SeriesClashes({ id }: { id: string }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.clashes.ofSeries.queryOptions({ input: { id, land: useOfficeLand() } }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Loader size="sm" aria-label="Überschneidungen werden gesucht" />
  if (data.length === 0) return <Text size="sm" c="dimmed">Keine Überschneidungen.</Text>
  return <ul className={parts.entries} aria-label="Überschneidungen der Reihe">{[...groupBy(data, ({ event }) => event.id)].map(([eventId, those]) => <Event key={eventId} those={those} />)}</ul>
}

function Event({ those }: { those: readonly SeriesClash[] }): ReactNode {
  const event = those[0]?.event
  const clashes: readonly Clash[] = those.map(({ clash }) => clash)
  return event && (
    <li className={parts.group}>
      <Title order={3} size="h5"><button type="button" className={classes.link} onClick={() => openRecord({ type: 'event', id: event.id })}>{event.title}</button></Title>
      <Text size="sm" c="dimmed">{[eventDay({ ...event, endsOn: null }), event.place].filter(Boolean).join(' · ')}</Text>
      <ClashList clashes={clashes} eventId={event.id} />
    </li>
  )
}
