import { Alert, Button, Group, Progress, Text } from '@mantine/core'
import { IconArrowUp, IconFileImport, IconTrash, IconUserCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { figuresOf } from '../../../shared/events/participants/figures.ts'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import type { Roster } from '../../../shared/events/participants/model.ts'
import { freePlaces, movingUp } from '../../../shared/events/participants/places.ts'
import { DeleteRoster } from './DeleteRoster.tsx'
import { PrintMenu } from './print/PrintMenu.tsx'
import { moveUpNext } from './rosterSteps.ts'
import { personsText } from './words.ts'
import classes from './Participants.module.css'

/** How full it is, who may move up, and what can be done with the list. */
export function RosterHead({ event, roster }: { event: OfficeEvent; roster: Roster }): ReactNode {
  const navigate = useNavigate()
  const [deleting, setDeleting] = useState(false)
  const { capacity, participants } = roster
  const { persons, waiting, present } = figuresOf(participants)
  const { next } = movingUp(participants, capacity)
  const free = freePlaces(capacity, participants)
  const search = { id: event.id }
  return (
    <div className={classes.head}>
      {roster.deletionDue && (
        <Alert color="amber" icon={<IconTrash aria-hidden />} title={`Diese Liste ist seit dem ${germanDate(roster.deleteFrom ?? '')} zu löschen.`}>
          <Text size="sm">Die Zahlen bleiben bei der Veranstaltung.</Text>
          <Button mt={8} size="compact-sm" variant="default" onClick={() => setDeleting(true)}>Liste löschen …</Button>
        </Alert>
      )}
      <Group justify="space-between" gap="xs">
        <Text size="sm" component="output" className={classes.counts}>
          <strong>{capacity === null ? personsText(persons) : `${persons.toLocaleString('de-DE')} von ${capacity.toLocaleString('de-DE')} Plätzen`}</strong>
          {waiting > 0 && <span>{waiting.toLocaleString('de-DE')} auf der Warteliste</span>}
          {present > 0 && <span>{present.toLocaleString('de-DE')} da</span>}
          {capacity !== null && persons > capacity && <span>{personsText(persons - capacity)} mehr als Plätze</span>}
        </Text>
        {!event.trashed && (
          <Group gap={6}>
            {next.length > 0 && <Button size="compact-md" leftSection={<IconArrowUp size={16} aria-hidden />} onClick={() => void moveUpNext(event.id)}>Nachrücken ({Number.isFinite(free) ? `${free} frei` : 'alle'})</Button>}
            <Button size="compact-md" variant="default" leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => void navigate({ to: '/events/check-in', search })}>Check-in</Button>
            <Button size="compact-md" variant="default" leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => void navigate({ to: '/events/import', search })}>Importieren</Button>
            <PrintMenu event={event} roster={roster} />
          </Group>
        )}
      </Group>
      {capacity !== null && capacity > 0 && <Progress value={Math.min(100, (100 * persons) / capacity)} size="sm" aria-label="Belegte Plätze" />}
      {deleting && <DeleteRoster event={event} roster={roster} onClose={() => setDeleting(false)} />}
    </div>
  )
}
