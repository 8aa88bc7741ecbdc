import { ActionIcon, Anchor, Button, Center, SegmentedControl, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowForwardUp, IconCalendarDue, IconFolder, IconMail, IconPaperclip, IconPencil } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelOf, topicLabel } from '../../shared/counselling/catalogues.ts'
import type { Consultation } from '../../shared/counselling/contract.ts'
import type { CourseEvent, CourseKind } from '../../shared/counselling/course/contract.ts'
import { germanDate } from '../../shared/dates.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { hidesData } from '../app/failure.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { ChannelIcon } from './ChannelIcon.ts'
import { ConsultationEditor } from './ConsultationEditor.tsx'
import { courseChoices, courseOf, type CourseChoice } from './courseFilter.ts'
import classes from './TimeLine.module.css'

const STEP = 30

/** The course of a case, the latest first, narrowed down at will; a consultation can be edited in its place. */
export function TimeLine({ caseId, hidden }: {
  caseId: string
  /** A consultation that is being entered elsewhere on the screen. */
  hidden: string | null
}) {
  const [limit, setLimit] = useState(STEP)
  const [editing, setEditing] = useState<string | null>(null)
  const [choice, setChoice] = useState<CourseChoice>('all')
  const events = useQuery(api.counselling.course.ofCase.queryOptions({ input: { caseId } }))
  const { data, error } = useQuery(
    api.counselling.consultations.ofCase.queryOptions({ input: { caseId, limit }, placeholderData: keepPreviousData }),
  )
  if (hidesData(error, data)) return <FailureAlert error={error} />
  if (!data) return null
  const shown = courseOf(data.consultations.filter(({ id }) => id !== hidden), events.data ?? [], choice, data.total > limit)
  return (
    <>
      <SegmentedControl size="xs" aria-label="Was gezeigt wird" data={courseChoices} value={choice} onChange={(value) => setChoice(value as CourseChoice)} />
      {data.total === 0 && hidden === null && <Text c="dimmed" pt="md">Noch keine Beratung eingetragen.</Text>}
      <ul className={classes.line} aria-label="Verlauf, das Letzte zuerst">
        {shown.map((consultation) =>
          'kind' in consultation ? <Event key={consultation.id} event={consultation} /> : consultation.id === editing ? (
            <li key={consultation.id} className={classes.editor}>
              <ConsultationEditor consultation={consultation} onClose={() => setEditing(null)} onRemoved={() => setEditing(null)} />
            </li>
          ) : (
            <Entry key={consultation.id} consultation={consultation} onEdit={() => setEditing(consultation.id)} />
          ),
        )}
      </ul>
      {data.total > limit && (
        <Center py="sm">
          <Button variant="subtle" onClick={() => setLimit(Math.min(200, limit + STEP))}>Ältere Beratungen zeigen ({data.total - limit})</Button>
        </Center>
      )}
    </>
  )
}

const eventIcons: Record<CourseKind, typeof IconPaperclip> = { paper: IconPaperclip, letter: IconMail, deadline: IconCalendarDue, referral: IconArrowForwardUp, incident: IconAlertTriangle, status: IconFolder }

/** Something that happened beside a consultation. */
function Event({ event }: { event: CourseEvent }) {
  const Icon = eventIcons[event.kind]
  return (
    <li className={classes.entry}>
      <span className={classes.icon}><Icon size={18} aria-hidden /></span>
      <div>
        <Text size="sm" span fw={600}>{germanDate(event.date)}</Text>
        <Text size="sm">{event.kind === 'letter'
          ? <Anchor component="button" type="button" size="sm" onClick={() => openRecord({ type: 'client-letter', id: event.id })}><Personal current>{event.title}</Personal></Anchor>
          : <Personal current>{event.title}</Personal>}{event.detail !== '' && <> – <Personal current>{event.detail}</Personal></>}</Text>
      </div>
    </li>
  )
}

function Entry({ consultation, onEdit }: { consultation: Consultation; onEdit(): void }) {
  const { date, time, channel, durationMinutes, topic, furtherTopics, result, language, interpretation, note } = consultation
  const talk = [
    `${labelOf('channels', channel)}, ${durationMinutes} Min.`,
    language === null || language === 'de' ? '' : labelOf('languages', language),
    interpretation === null || interpretation === 'none' ? '' : labelOf('interpretation', interpretation),
  ].filter(Boolean)
  return (
    <li className={classes.entry}>
      <span className={classes.icon}><ChannelIcon code={channel} /></span>
      <div>
        <Text size="sm" span fw={600}>{germanDay(date)}{time === null ? '' : `, ${time}`}</Text>
        <Text size="sm" span c="dimmed"> · {talk.join(' · ')}</Text>
        <Text size="sm">
          {[topic, ...furtherTopics].map(topicLabel).join(' · ')} – {labelOf('results', result)}
        </Text>
      </div>
      <ActionIcon variant="subtle" size="md" aria-label={`Beratung vom ${germanDate(date)} bearbeiten`} onClick={onEdit}>
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      {note !== '' && <Text size="sm" component="p" className={classes.note}><Personal current>{note}</Personal></Text>}
    </li>
  )
}
