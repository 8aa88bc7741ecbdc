import { ActionIcon } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Task } from '../../shared/tasks/model.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { taskActions } from './taskActions.ts'

/** The circle before a task: checks it off, or opens it again. In lists that have keys of their own it is no stop of the tabulator. */
export function TaskCheck({ task, tabStop = true, onDone }: { task: Task; tabStop?: boolean; onDone?(): void }): ReactNode {
  const land = useOfficeLand()
  const done = task.doneAt !== null
  const Sign = done ? IconCircleCheckFilled : IconCircle
  return (
    <ActionIcon
      variant="subtle" size={26} tabIndex={tabStop ? 0 : -1} aria-label={`${done ? 'Wieder öffnen' : 'Erledigt'}: ${task.title}`} title={done ? 'Wieder öffnen' : 'Erledigt'}
      onClick={(event) => {
        event.stopPropagation()
        void taskActions.setDone([task], !done, land).then((changed) => changed && onDone?.())
      }}
    >
      <Sign size={19} aria-hidden />
    </ActionIcon>
  )
}
