import { Text } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { germanDate, isoDay } from '../../shared/dates.ts'
import { repeatText } from '../../shared/tasks/repeat-choices.ts'
import type { Task } from '../../shared/tasks/model.ts'
import { TaskCheck } from '../records/TaskCheck.tsx'
import { DueBadge } from '../ui/DueBadge.tsx'
import { Personal } from '../ui/Personal.tsx'
import type { TableColumn } from '../ui/VirtualTable.tsx'
import classes from './Tasks.module.css'

type Column = TableColumn<Task, 'due'>
const what: Column = {
  key: 'what', heading: 'Aufgabe', width: 'minmax(0, 2.2fr)',
  render: (task) => (
    <div className={classes.line}>
      <TaskCheck task={task} tabStop={false} />
      <div className={classes.what} title={task.title}>
        {task.title}
        {task.repeat !== '' && <IconRepeat size={13} role="img" aria-label={repeatText(task.repeat)} style={{ marginInlineStart: 6, verticalAlign: '-1px' }} />}
        {task.recordTitle !== '' && <Text component="span" size="xs" c="dimmed"> · <Personal>{task.recordTitle}</Personal></Text>}
      </div>
    </div>
  ),
}
const who: Column = { key: 'who', heading: 'Für', width: 'minmax(0, 0.8fr)', render: ({ assigneeName }) => assigneeName || 'alle' }
const due: Column = { key: 'due', heading: 'Fällig', width: '134px', render: ({ dueOn }) => (dueOn === null ? <Text size="xs" c="dimmed" component="span">ohne Tag</Text> : <DueBadge day={dueOn} today={isoDay(new Date())} />) }
const done: Column = { key: 'done', heading: 'Erledigt', width: 'minmax(96px, 1fr)', render: ({ doneAt, doneBy }) => (doneAt === null ? '' : `${germanDate(doneAt)}, ${doneBy}`) }
const open = [what, due, who]
const finished = [what, done]

/** Columns of the list; tasks that are done say when and by whom instead of until when. */
export function taskColumns(areDone: boolean): readonly Column[] {
  return areDone ? finished : open
}
