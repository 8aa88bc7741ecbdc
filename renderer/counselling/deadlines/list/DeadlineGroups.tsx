import { Button } from '@mantine/core'
import { IconTrash, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { ownerLabel, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { checkOpen, deadlineGroups, groupLabels, groupOf, urgencyOf } from '../../../../shared/counselling/deadlines/urgency.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import { Personal } from '../../../ui/Personal.tsx'
import { UrgencyBadge } from '../../../ui/UrgencyBadge.tsx'
import classes from './DeadlineGroups.module.css'

const doneAtFirst = 5

/** Deadlines in the order in which they end, under what is overdue, due and coming; the ones done last below. */
export function DeadlineGroups({ open, done, doneTotal, today, current, onOpen }: {
  open: readonly StoredDeadline[]
  done: readonly StoredDeadline[]
  doneTotal: number
  today: string
  current: string | null
  onOpen(id: string): void
}) {
  const [allDone, setAllDone] = useState(false)
  const shown = [...open, ...(allDone ? done : done.slice(0, doneAtFirst))]
  return (
    <div className={classes.scroll}>
      {deadlineGroups.map((group) => {
        const members = shown.filter((deadline) => groupOf(deadline, today) === group)
        if (members.length === 0) return null
        return (
          <section key={group} aria-label={groupLabels[group]}>
            <h2 className={classes.heading}>{groupLabels[group]} <span>{group === 'done' ? doneTotal : members.length}</span></h2>
            <ul className={classes.list}>
              {members.map((deadline) => (
                <DeadlineRow key={deadline.id} deadline={deadline} today={today} current={deadline.id === current} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        )
      })}
      {!allDone && done.length > doneAtFirst && (
        <Button size="compact-sm" variant="subtle" m="xs" onClick={() => setAllDone(true)}>Weitere erledigte zeigen</Button>
      )}
    </div>
  )
}

/** One line of a list of deadlines. */
export function DeadlineRow({ deadline, today, current = false, onOpen }: {
  deadline: StoredDeadline
  today: string
  current?: boolean
  onOpen(id: string): void
}) {
  return (
    <li>
      <button type="button" className={classes.row} aria-current={current ? 'true' : undefined} onClick={() => onOpen(deadline.id)}>
        <span className={classes.day}>{germanDay(deadline.done?.on ?? deadline.dueOn)}</span>
        <span className={classes.title}>{deadline.title}</span>
        <span className={classes.owner}><Personal>{ownerLabel(deadline)}</Personal></span>
        <span className={classes.marks}>
          <UrgencyBadge urgency={urgencyOf(deadline, today)} />
          {checkOpen(deadline) && <span className={classes.mark}><IconUsers size={14} aria-hidden /> Vier-Augen-Prüfung offen</span>}
          {deadline.ownerTrashed && (
            <span className={classes.mark}><IconTrash size={14} aria-hidden /> {deadline.caseId === null ? 'Beratung' : 'Fall'} im Papierkorb</span>
          )}
        </span>
      </button>
    </li>
  )
}
