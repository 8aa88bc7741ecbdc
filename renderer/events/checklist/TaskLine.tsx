import { Badge, Button, Checkbox, Group, Menu, Text } from '@mantine/core'
import { IconCertificate, IconDots, IconFlame } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { leadText } from '../../../shared/tasks/lead-time.ts'
import type { Task } from '../../../shared/tasks/model.ts'
import { office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { useAway, usePeople } from '../../ui/PersonField.tsx'
import { attempt } from '../../ui/attempt.ts'
import classes from '../Events.module.css'

/** One task of a checklist. */
export function TaskLine({ task, today, readOnly, onEdit, onPostpone }: { task: Task; today: string; readOnly: boolean; onEdit(): void; onPostpone(): void }): ReactNode {
  const land = useOfficeLand()
  const { id, title, note, dueOn, doneAt, doneBy, lead, permit, assigneeName } = task
  const done = doneAt !== null
  const overdue = !done && dueOn !== null && dueOn < today
  const check = (to: boolean): void => void attempt(() => office.tasks.setDone({ ids: [id], done: to, land }), to ? 'Erledigt.' : 'Wieder offen.')
  const assign = (assigneeId: string | null, name: string): void =>
    void attempt(() => office.tasks.update({ id, version: task.version, fields: { assigneeId, assigneeName: name }, land }), assigneeId === null ? 'Niemandem mehr zugewiesen.' : `An „${name}“ gegeben.`)
  return (
    <li className={classes.task} data-done={done || undefined}>
      <Checkbox size="sm" checked={done} disabled={readOnly} aria-label={`Erledigt: ${title}`} onKeyDown={toNextBox} onChange={(event) => check(event.currentTarget.checked)} />
      <div>
        <Group gap={8}>
          <button type="button" className={classes.taskTitle} disabled={readOnly} onClick={onEdit}>{title}</button>
          {permit && <Badge size="sm" variant="light" color="amber" leftSection={<IconCertificate size={13} aria-hidden />}>Genehmigung</Badge>}
          {overdue && <Badge size="sm" variant="light" color="red" leftSection={<IconFlame size={13} aria-hidden />}>überfällig</Badge>}
        </Group>
        <div className={classes.facts}>
          <span>{dueOn === null ? 'ohne Tag' : germanDay(dueOn)}</span>
          <span>{lead === null ? 'eigener Tag' : leadText(lead)}</span>
          {assigneeName !== '' && <span>{assigneeName}</span>}
          {done && <span>erledigt am {germanDate(doneAt)}{doneBy === '' ? '' : ` von ${doneBy}`}</span>}
        </div>
        {note !== '' && !done && <Text size="xs" c="dimmed">{note}</Text>}
      </div>
      {!readOnly && (
        <Menu position="bottom-end">
          <Menu.Target><Button variant="subtle" color="gray" size="compact-sm" px={5} aria-label={`Schritte: ${title}`}><IconDots size={17} aria-hidden /></Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>Bearbeiten …</Menu.Item>
            {!done && <Menu.Item onClick={onPostpone}>Verschieben …</Menu.Item>}
            <Menu.Label>Zuweisen</Menu.Label>
            <Assignees task={task} onAssign={assign} />
            {task.assigneeId !== null && <Menu.Item onClick={() => assign(null, '')}>Niemandem</Menu.Item>}
            <Menu.Divider />
            <Menu.Item onClick={() => void attempt(() => office.tasks.remove({ ids: [id] }), 'Die Aufgabe liegt im Papierkorb.')}>In den Papierkorb</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

/** Who else can do it. Mounted with the open menu, so that a long list doesn't ask for the absences of each of its days. */
function Assignees({ task: { assigneeId, dueOn }, onAssign }: { task: Task; onAssign(id: string, name: string): void }): ReactNode {
  const people = usePeople()
  const away = useAway(dueOn)
  return people.filter(({ id }) => id !== assigneeId).map(({ id, name }) => <Menu.Item key={id} onClick={() => onAssign(id, name)}>{name}{away(id) && <Text size="xs" c="dimmed">{away(id)}</Text>}</Menu.Item>)
}

/** Arrow keys on a box lead to the next one, across headings. */
function toNextBox(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const boxes = [...event.currentTarget.closest('[role="tabpanel"]')?.querySelectorAll<HTMLInputElement>('li input[type="checkbox"]') ?? []]
  boxes[boxes.indexOf(event.currentTarget) + step]?.focus()
  event.preventDefault()
}
