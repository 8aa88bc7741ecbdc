import { Button, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Clash } from '../../../shared/events/clashes/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { openRecord } from '../../app/openRecord.ts'
import { eventDay } from '../eventDay.ts'
import { AcceptClash, ReopenClash } from './AcceptClash.tsx'
import events from '../Events.module.css'
import classes from './Clashes.module.css'

/** Shown at once; who wants more asks for it. */
const fewest = 3

/**
 * What an event comes into conflict with, quietly: nothing where there is nothing. What was taken on knowingly comes last.
 * @param eventId the stored event, whose clashes can be taken on; null where one only looks
 */
export function ClashList({ clashes, eventId, flush }: { clashes: readonly Clash[]; eventId: string | null; flush?: () => Promise<void> }): ReactNode {
  const [all, setAll] = useState(false)
  if (clashes.length === 0) return null
  const open = clashes.filter(({ accepted }) => accepted === null)
  const inOrder = [...open, ...clashes.filter(({ accepted }) => accepted !== null)]
  // What can't be is never hidden behind a button.
  const shown = all ? inOrder : inOrder.slice(0, Math.max(fewest, open.filter(({ severity }) => severity === 'hard').length))
  return (
    <section className={classes.notice} aria-label="Überschneidungen" data-hard={open.some(({ severity }) => severity === 'hard') || undefined}>
      <Title order={3} size="h6">{headline(open)}</Title>
      <ul className={classes.list}>
        {shown.map((clash) => (
          <li key={clash.key}>
            <ClashSign clash={clash} />
            <div className={classes.text}>
              <ClashName clash={clash} />
              {clash.reasons.map((reason) => <div key={reason}>{reason}</div>)}
              {clash.accepted && <Text size="sm" c="dimmed">{[`Bewusst so, ${clash.accepted.by}, ${germanDate(clash.accepted.at)}`, clash.accepted.note].filter((part) => part !== '').join(': ')}</Text>}
            </div>
            {eventId !== null && (clash.accepted ? <ReopenClash eventId={eventId} clash={clash} /> : <AcceptClash eventId={eventId} clash={clash} {...(flush && { flush })} />)}
          </li>
        ))}
      </ul>
      {shown.length < inOrder.length && <Button w="fit-content" size="compact-sm" variant="subtle" onClick={() => setAll(true)}>{inOrder.length - shown.length === 1 ? 'Einen weiteren Hinweis zeigen' : `${inOrder.length - shown.length} weitere Hinweise zeigen`}</Button>}
    </section>
  )
}

function ClashSign({ clash: { accepted, severity } }: { clash: Clash }): ReactNode {
  if (accepted) return <IconCircleCheck size={18} role="img" aria-label="Bewusst so" color="var(--text-quiet)" />
  return severity === 'hard' ? <IconAlertTriangle size={18} role="img" aria-label="Überschneidung" color="var(--mantine-color-error)" /> : <IconInfoCircle size={18} role="img" aria-label="Hinweis" />
}

function ClashName({ clash: { other, title } }: { clash: Clash }): ReactNode {
  if (other === null) return <strong>{title}</strong>
  return (
    <div>
      <button type="button" className={events.link} onClick={() => openRecord({ type: 'event', id: other.id })}>{other.title}</button>
      <Text size="sm" c="dimmed" span>{` · ${eventDay({ ...other, endsOn: null })}`}</Text>
    </div>
  )
}

function headline(open: readonly Clash[]): string {
  const hard = open.filter(({ severity }) => severity === 'hard').length
  if (hard > 0) return hard === 1 ? 'Eine Überschneidung' : `${hard} Überschneidungen`
  if (open.length === 0) return 'Bewusst so geplant'
  return open.length === 1 ? 'Ein Hinweis zum Termin' : `${open.length} Hinweise zum Termin`
}
