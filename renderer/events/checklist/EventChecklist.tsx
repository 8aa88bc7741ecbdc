import { Button, Checkbox, Group, Progress, Text, Title } from '@mantine/core'
import { IconListCheck, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import type { Task } from '../../../shared/tasks/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { AddChecklist } from './AddChecklist.tsx'
import { PostponeTask } from './PostponeTask.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import { TaskLine } from './TaskLine.tsx'
import classes from '../Events.module.css'

type Dialog = { kind: 'checklist' } | { kind: 'task'; task: Task | null } | { kind: 'postpone'; task: Task }

/** „Checkliste": what has to be done for the event, by heading; permits stand out. Arrow keys lead from box to box, the space bar checks off. */
export function EventChecklist({ event, tasks }: { event: OfficeEvent; tasks: readonly Task[] }): ReactNode {
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [openOnly, setOpenOnly] = useState(false)
  const today = isoDay(new Date())
  const done = tasks.filter(({ doneAt }) => doneAt !== null).length
  const overdue = tasks.filter(({ doneAt, dueOn }) => doneAt === null && dueOn !== null && dueOn < today).length
  const shown = openOnly ? tasks.filter(({ doneAt }) => doneAt === null) : tasks
  const headings = [...new Set(tasks.map(({ heading }) => heading))]
  const close = (): void => setDialog(null)
  return (
    <div className={classes.page}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" component="output">{tasks.length === 0 ? 'Noch keine Aufgaben.' : `${done} von ${tasks.length} erledigt${overdue > 0 ? `, ${overdue} überfällig` : ''}`}</Text>
        {!event.trashed && (
          <Group gap="xs">
            <Button variant="default" leftSection={<IconListCheck size={17} aria-hidden />} onClick={() => setDialog({ kind: 'checklist' })}>Checkliste hinzufügen</Button>
            <Button variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setDialog({ kind: 'task', task: null })}>Eigene Aufgabe</Button>
          </Group>
        )}
      </Group>
      {tasks.length > 0 && <Progress value={(100 * done) / tasks.length} size="sm" aria-label="Erledigt" />}
      {done > 0 && <Checkbox size="xs" label="Nur offene zeigen" checked={openOnly} onChange={(change) => setOpenOnly(change.currentTarget.checked)} />}
      {event.startsOn === null && tasks.length > 0 && <Text size="sm" c="dimmed">Sobald der Tag feststeht, bekommen die Aufgaben ihre Tage.</Text>}
      {headings.map((heading) => {
        const below = shown.filter((task) => task.heading === heading)
        return below.length > 0 && (
          <section key={heading} aria-label={heading || 'Weitere Aufgaben'}>
            <Title order={3} size="h5">{heading || 'Weitere Aufgaben'}</Title>
            <ul className={classes.rows}>
              {below.map((task) => <TaskLine key={task.id} task={task} today={today} readOnly={event.trashed} onEdit={() => setDialog({ kind: 'task', task })} onPostpone={() => setDialog({ kind: 'postpone', task })} />)}
            </ul>
          </section>
        )
      })}
      {dialog?.kind === 'checklist' && <AddChecklist event={event} onClose={close} />}
      {dialog?.kind === 'task' && <TaskDialog event={event} task={dialog.task} headings={headings.filter(Boolean)} onClose={close} />}
      {dialog?.kind === 'postpone' && <PostponeTask task={dialog.task} onClose={close} />}
    </div>
  )
}
