import { IconMessageCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { isWritten } from '../../../shared/directory/dealings/contact-history.ts'
import { historyKindLabels } from '../../../shared/directory/dealings/labels.ts'
import { api } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from '../ContactRecord.module.css'

/** „Wann haben wir zuletzt gesprochen?“ and when the last letter went, in one line. Nothing where there was neither. */
export function LastTalk({ contactId }: { contactId: string }) {
  const { data: items = [] } = useQuery(api.directory.dealings.history.queryOptions({ input: { contactId } }))
  const past = items.filter(({ day }) => day <= isoDay(new Date()))
  const talk = past.find(({ kind }) => !isWritten(kind))
  const letter = past.find(({ kind }) => kind === 'letter')
  const parts = [
    talk && `Zuletzt gesprochen am ${germanDate(talk.day)} (${historyKindLabels[talk.kind]}${talk.contactId === contactId ? '' : ` mit ${talk.contactName}`})`,
    letter && `${talk ? 'letztes' : 'Letztes'} Schreiben vom ${germanDate(letter.day)}`,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <p className={classes.talk}>
      <IconMessageCircle size={16} stroke={1.6} aria-hidden />
      <Personal>{parts.join(' · ')}</Personal>
    </p>
  )
}
