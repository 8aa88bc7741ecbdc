import { Anchor, Button, Loader, Text } from '@mantine/core'
import { IconCalendarEvent, IconDots, IconFileText, IconMail, IconMailbox, IconMessage2Check, IconPencil, IconPhone, IconPlus, IconUsers, IconWalk, IconX, type Icon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import type { Contact } from '../../../shared/directory/contact.ts'
import { isWritten, type HistoryItem } from '../../../shared/directory/dealings/contact-history.ts'
import { historyKindLabels } from '../../../shared/directory/dealings/labels.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import classes from '../ContactRecord.module.css'
import { RowAction } from '../RowAction.tsx'
import { EncounterForm } from './EncounterForm.tsx'

const signs: Record<HistoryItem['kind'], Icon> = {
  call: IconPhone, email: IconMail, meeting: IconUsers, visit: IconWalk, event: IconCalendarEvent, other: IconDots, letter: IconFileText,
  statement: IconMessage2Check, mail: IconMailbox,
}

/** What the office and the contact had to do with each other: letters by themselves, the rest as somebody noted it. */
export function TalksTab({ contact, adding, onAdd, onOpen }: {
  contact: Contact
  /** Whether the form for a new entry is open. */
  adding: boolean
  onAdd: (open: boolean) => void
  onOpen: (id: string) => void
}) {
  const [today] = useState(() => isoDay(new Date()))
  const { data: items, error, refetch } = useQuery(api.directory.dealings.history.queryOptions({ input: { contactId: contact.id } }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!items) return <Loader m="md" size="sm" aria-label="Gespräche werden geladen" />
  return (
    <>
      {!contact.trashed && !adding && (
        <Button className="no-print" size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => onAdd(true)}>Gespräch eintragen</Button>
      )}
      {adding && <EncounterForm encounter={null} contactId={contact.id} today={today} onClose={() => onAdd(false)} />}
      {items.length === 0 && !adding && <Text size="sm" c="dimmed" mt="sm">Noch nichts eingetragen. Schreiben an diesen Kontakt erscheinen hier von selbst.</Text>}
      {items.length > 0 && (
        <ul className={classes.roles} aria-label="Gespräche und Schreiben">
          {items.map((item) => <TalkRow key={item.key} item={item} contact={contact} today={today} onOpen={onOpen} />)}
        </ul>
      )}
    </>
  )
}

function TalkRow({ item, contact, today, onOpen }: { item: HistoryItem; contact: Contact; today: string; onOpen: (id: string) => void }) {
  const [editing, setEditing] = useState(false)
  const Sign = signs[item.kind]
  const { record, kind } = item
  const id = item.key.replace('encounter:', '')
  const name = `${historyKindLabels[kind]} am ${germanDate(item.day)}`
  const remove = async (): Promise<void> => {
    try {
      const { change } = await office.directory.dealings.removeEncounter({ id })
      showUndoNotice('Gespräch entfernt', 'office', change)
    } catch (failure) {
      showFailure(failure)
    }
  }
  if (editing && !isWritten(kind)) {
    const { contactId, day, text } = item
    return <li className={classes.role}><EncounterForm encounter={{ id, contactId, day, kind, text }} contactId={contactId} today={today} onClose={() => setEditing(false)} /></li>
  }
  return (
    <li className={classes.role}>
      <div className={classes.roleLine}>
        <Personal>
          <Text size="sm" fw={600} className={classes.mark}><Sign size={16} stroke={1.6} aria-hidden />{germanDate(item.day)} · {historyKindLabels[kind]}</Text>
          {record && <Anchor component="button" type="button" size="sm" ta="left" onClick={() => openRecord(record)}>{item.title}</Anchor>}
          <p className={classes.entryText}>{item.text}</p>
          <Text size="xs" c="dimmed">
            {item.authorName}
            {item.contactId !== contact.id && (
              <> · mit <Anchor component="button" type="button" size="xs" onClick={() => onOpen(item.contactId)}>{item.contactName}</Anchor></>
            )}
          </Text>
        </Personal>
        {!contact.trashed && record === null && (
          <span className={`${classes.roleActions} no-print`}>
            <RowAction icon={IconPencil} label="Bearbeiten" name={name} onClick={() => setEditing(true)} />
            <RowAction icon={IconX} label="Entfernen" name={name} onClick={() => void remove()} />
          </span>
        )}
      </div>
    </li>
  )
}
