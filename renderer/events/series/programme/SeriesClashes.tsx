import { Loader, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { germanDate } from '../../../../shared/dates.ts'
import type { Clash, SeriesClash } from '../../../../shared/events/clashes/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { api } from '../../../app/office.ts'
import { openRecord } from '../../../app/openRecord.ts'
import { useOfficeLand } from '../../../app/useOfficeLand.ts'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { AcceptClash, ReopenClash } from '../../clashes/AcceptClash.tsx'
import { ClashList } from '../../clashes/ClashList.tsx'
import { eventDay } from '../../eventDay.ts'
import classes from '../../Events.module.css'
import parts from '../Series.module.css'

/** What in the series comes into conflict: same people, same hall, a feast or holiday. Each pair stands once, and each feast once with the events on it. */
export function SeriesClashes({ id }: { id: string }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.clashes.ofSeries.queryOptions({ input: { id, land: useOfficeLand() } }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Loader size="sm" aria-label="Überschneidungen werden gesucht" />
  if (data.length === 0) return <Text size="sm" c="dimmed">Keine Überschneidungen.</Text>
  const between = data.filter(({ clash }) => clash.other !== null)
  const days = data.filter(({ clash }) => clash.other === null)
  return (
    <>
      {between.length > 0 && <ul className={parts.entries} aria-label="Überschneidungen der Reihe">{[...groupBy(between, ({ event }) => event.id)].map(([eventId, those]) => <Event key={eventId} those={those} />)}</ul>}
      {days.length > 0 && <ul className={parts.entries} aria-label="Feste und besondere Tage in der Reihe">{[...groupBy(days, ({ clash }) => [clash.title, ...clash.reasons].join('\n'))].map(([day, those]) => <Day key={day} those={those} />)}</ul>}
    </>
  )
}

function Event({ those }: { those: readonly SeriesClash[] }): ReactNode {
  const event = those[0]?.event
  const clashes: readonly Clash[] = those.map(({ clash }) => clash)
  return event && (
    <li className={parts.group}>
      <Title order={3} size="h5"><EventLink event={event} /></Title>
      <Text size="sm" c="dimmed">{[eventDay({ ...event, endsOn: null }), event.place].filter(Boolean).join(' · ')}</Text>
      <ClashList clashes={clashes} eventId={event.id} />
    </li>
  )
}

/** A feast or holiday, said once, with the events that fall on it; each can be taken on knowingly. */
function Day({ those }: { those: readonly SeriesClash[] }): ReactNode {
  const clash = those[0]?.clash
  return clash && (
    <li className={parts.group}>
      <Title order={3} size="h5">{clash.title}</Title>
      {clash.reasons.map((reason) => <Text key={reason} size="sm">{reason}</Text>)}
      <ul className={classes.rows} aria-label={`Veranstaltungen: ${clash.title}`}>
        {those.map(({ event, clash: each }) => (
          <li key={event.id} className={classes.row}>
            <div className={classes.grow}>
              <EventLink event={event} />
              <Text size="sm" c="dimmed" span>{` · ${eventDay({ ...event, endsOn: null })}`}</Text>
              {each.accepted && <Text size="sm" c="dimmed">{[`Bewusst so, ${each.accepted.by}, ${germanDate(each.accepted.at)}`, each.accepted.note].filter((part) => part !== '').join(': ')}</Text>}
            </div>
            {each.accepted ? <ReopenClash eventId={event.id} clash={each} /> : <AcceptClash eventId={event.id} clash={each} />}
          </li>
        ))}
      </ul>
    </li>
  )
}

function EventLink({ event: { id, title } }: { event: SeriesClash['event'] }): ReactNode {
  return <button type="button" className={classes.link} onClick={() => openRecord({ type: 'event', id })}>{title}</button>
}
