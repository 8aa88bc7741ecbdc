import { Button, Group, NumberInput, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import type { Roster } from '../../../shared/events/participants/model.ts'
import { office } from '../../app/office.ts'
import { attempt } from '../../ui/attempt.ts'
import { DeleteRoster } from './DeleteRoster.tsx'
import classes from './Participants.module.css'

/** Until when names are kept, and the way to delete them. */
export function DeletionCard({ event, roster }: { event: OfficeEvent; roster: Roster }): ReactNode {
  const [deleting, setDeleting] = useState(false)
  const [days, setDays] = useState<number | string>(roster.deleteAfterDays)
  const held = roster.participants.length + roster.sheets.length > 0
  const store = (): void => {
    if (typeof days !== 'number' || days === roster.deleteAfterDays) return
    void attempt(() => office.events.participants.setDeletion({ eventId: event.id, days }), `Löschfrist: ${days} ${days === 1 ? 'Tag' : 'Tage'} nach der Veranstaltung.`)
  }
  return (
    <section className={classes.card} aria-label="Löschung">
      <Title order={3} size="h5">Löschung</Title>
      <Group gap="xs" align="flex-end">
        <NumberInput label="Tage nach der Veranstaltung" w={220} min={0} max={3_650} allowDecimal={false} readOnly={event.trashed} value={days} onChange={setDays} onBlur={store} onKeyDown={(key) => key.key === 'Enter' && store()} />
        {held && <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setDeleting(true)}>Liste löschen …</Button>}
      </Group>
      <Text size="sm" c={roster.deletionDue ? undefined : 'dimmed'} fw={roster.deletionDue ? 600 : undefined}>
        {roster.deleteFrom === null ? 'Sobald die Veranstaltung einen Tag hat, steht hier, ab wann die Liste zu löschen ist.'
          : !held ? 'Es sind keine Namen gespeichert.'
            : `${roster.deletionDue ? 'Zu löschen seit' : 'Zu löschen ab'} ${germanDate(roster.deleteFrom)}. Das Büro erinnert daran auf der Übersicht und löscht nicht von selbst.`}
      </Text>
      {deleting && <DeleteRoster event={event} roster={roster} onClose={() => setDeleting(false)} />}
    </section>
  )
}
