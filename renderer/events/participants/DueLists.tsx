import { Alert } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { api } from '../../app/office.ts'
import classes from './Participants.module.css'

/** Above the events: lists of participants that are to be deleted. */
export function DueLists({ onOpen }: { onOpen(eventId: string): void }): ReactNode {
  const { data = [] } = useQuery(api.events.participants.due.queryOptions())
  if (data.length === 0) return null
  return (
    <Alert color="amber" p="xs" icon={<IconTrash aria-hidden />} title={data.length === 1 ? '1 Teilnehmendenliste ist zu löschen' : `${data.length} Teilnehmendenlisten sind zu löschen`}>
      <ul className={classes.due}>
        {data.slice(0, 5).map(({ eventId, title, deleteFrom, trashed }) => (
          <li key={eventId}><button type="button" className={classes.link} onClick={() => onOpen(eventId)}>{title}</button>, seit {germanDate(deleteFrom)}{trashed ? ', im Papierkorb' : ''}</li>
        ))}
        {data.length > 5 && <li>und {data.length - 5} weitere</li>}
      </ul>
    </Alert>
  )
}
