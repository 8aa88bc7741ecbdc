import { Button, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { germanDate, isoDay } from '../../shared/dates.ts'
import type { RecordRef } from '../../shared/records/model.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { leadText } from '../../shared/tasks/lead-time.ts'
import type { Task } from '../../shared/tasks/model.ts'
import { repeatText } from '../../shared/tasks/repeat-choices.ts'
import { runCommand } from '../app/commands.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { DueBadge } from '../ui/DueBadge.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import classes from './RecordTasks.module.css'
import { TaskCheck } from './TaskCheck.tsx'

/**
 * The tasks of a record, under the headings of its checklist. F4 adds one.
 * @param quiet shows nothing as long as there is none; for records that seldom have tasks
 */
export function RecordTasks({ record, quiet = false }: { record: RecordRef; quiet?: boolean }): ReactNode {
  const { data, error, refetch } = useQuery(api.tasks.ofRecord.queryOptions({ input: { type: record.type, id: record.id } }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data || (quiet && data.length === 0)) return null
  const headings = [...new Set(data.map(({ heading }) => heading))]
  const done = data.filter(({ doneAt }) => doneAt !== null).length
  return (
    <section className={classes.section} aria-label="Aufgaben dazu">
      <div className={classes.head}>
        <Title order={3} size="h5">Aufgaben</Title>
        {data.length > 0 && <Text size="xs" c="dimmed">{done} von {data.length} erledigt</Text>}
        <Button size="compact-xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => runCommand('follow-up')}>Aufgabe ({keysOf('follow-up')})</Button>
      </div>
      {headings.map((heading) => (
        <Fragment key={heading}>
          {heading !== '' && <Title order={4} size="h6" mt={6}>{heading}</Title>}
          <ul className={classes.rows} aria-label={heading || 'Aufgaben'}>
            {data.filter((task) => task.heading === heading).map((task) => <Line key={task.id} task={task} />)}
          </ul>
        </Fragment>
      ))}
    </section>
  )
}

function Line({ task }: { task: Task }): ReactNode {
  const { id, title, doneAt, dueOn, lead, repeat, assigneeName } = task
  const more = [assigneeName, lead === null ? '' : leadText(lead), repeatText(repeat), task.permit ? 'Genehmigung' : ''].filter((part) => part !== '').join(' · ')
  return (
    <li className={classes.row}>
      <TaskCheck task={task} />
      <button type="button" className={classes.title} data-done={doneAt !== null || undefined} onClick={() => openRecord({ type: 'task', id })}>{title}</button>
      {more !== '' && <Text size="xs" c="dimmed">{more}</Text>}
      {doneAt !== null ? <Text size="xs" c="dimmed">erledigt am {germanDate(doneAt)}</Text> : dueOn !== null && (
        <>
          <Text size="xs">{germanDate(dueOn)}</Text>
          <DueBadge day={dueOn} today={isoDay(new Date())} />
        </>
      )}
    </li>
  )
}
