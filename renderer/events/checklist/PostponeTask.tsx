import { Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { addDays, germanDay } from '../../../shared/holidays/days.ts'
import { isoDay } from '../../../shared/dates.ts'
import type { Task } from '../../../shared/tasks/model.ts'
import { office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { ComingDayField } from '../../ui/ComingDayField.tsx'
import { attempt } from '../../ui/attempt.ts'

/** Gives one task of a checklist a day of its own. */
export function PostponeTask({ task, onClose }: { task: Task; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const today = isoDay(new Date())
  const [to, setTo] = useState(addDays(task.dueOn !== null && task.dueOn > today ? task.dueOn : today, 7))
  const postpone = async (): Promise<void> => {
    if (await attempt(() => office.tasks.postpone({ ids: [task.id], to, land }), `Auf ${germanDay(to)} verschoben.`)) onClose()
  }
  return (
    <DecisionDialog title="Aufgabe verschieben" confirm="Verschieben" onConfirm={() => void postpone()} onClose={onClose}>
      <Text size="sm" mb="sm">{task.title}</Text>
      <ComingDayField label="Neuer Tag" data-autofocus value={to} onChange={(day) => day && setTo(day)} description={task.lead === null ? undefined : 'Sie behält dann diesen Tag, auch wenn die Veranstaltung verlegt wird.'} />
    </DecisionDialog>
  )
}
