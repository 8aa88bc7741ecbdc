import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { germanDate } from '../../shared/dates.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { Card, CardList, CardRow } from './Card.tsx'

const shown = 4

/** Lists of participants that are to be deleted. Nothing is shown where there are none: nobody waits for them. */
export function DueListsCard(): ReactNode {
  const { data = [] } = useQuery(api.events.participants.due.queryOptions())
  if (data.length === 0) return null
  return (
    <Card title="Zu löschen" note={data.length === 1 ? '1 Teilnehmendenliste' : `${data.length} Teilnehmendenlisten`}>
      <CardList label="Zu löschende Teilnehmendenlisten">
        {data.slice(0, shown).map(({ eventId, title, deleteFrom, participants }) => (
          <CardRow key={eventId} title={title} detail={participants === 1 ? '1 Anmeldung' : `${participants} Anmeldungen`} aside={`seit ${germanDate(deleteFrom)}`} onOpen={() => openRecord({ type: 'event', id: eventId })} />
        ))}
      </CardList>
    </Card>
  )
}
