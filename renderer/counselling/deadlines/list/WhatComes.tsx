import { Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFlag, IconShieldCheck } from '@tabler/icons-react'
import { ownerLabel, type StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { preWarningsOf } from '../../../../shared/counselling/deadlines/practice.ts'
import { urgencyOf } from '../../../../shared/counselling/deadlines/urgency.ts'
import { isoWeek } from '../../../../shared/dates.ts'
import { addDays, daysBetween, germanDay, parseDay, weekday } from '../../../../shared/holidays/days.ts'
import { Personal } from '../../../ui/Personal.tsx'
import classes from './WhatComes.module.css'

const WEEKS = 8
const shown = 16

/**
 * A picture of the weeks to come: one bar a deadline from today to its last day, with the safe day and the reminders on it. The
 * same stands in the list in words; each bar says so too.
 */
export function WhatComes({ deadlines, today, onOpen }: { deadlines: readonly StoredDeadline[]; today: string; onOpen(id: string): void }) {
  const start = addDays(today, 1 - weekday(today))
  const days = WEEKS * 7
  const at = (day: string): number => Math.min(100, Math.max(0, (daysBetween(start, day) / days) * 100))
  const end = addDays(start, days)
  if (deadlines.length === 0) return <Text c="dimmed" p="xl">Keine offene Frist. Erledigte stehen links unten.</Text>
  return (
    <section className={classes.picture} aria-label="Was kommt">
      <Title order={2} size="h3">Was kommt</Title>
      <Text size="sm" c="dimmed">Die nächsten {WEEKS} Wochen. Ein Balken reicht von heute bis zum letzten Tag der Frist.</Text>
      <div className={classes.axis} aria-hidden>
        {Array.from({ length: WEEKS }, (_, week) => (
          <span key={week} style={{ left: `${(week / WEEKS) * 100}%` }}>
            KW {isoWeek(localDate(addDays(start, 7 * week)))}<br />{shortDay(addDays(start, 7 * week))}
          </span>
        ))}
      </div>
      <ul className={classes.rows}>
        {deadlines.slice(0, shown).map((deadline) => {
          const urgency = urgencyOf(deadline, today)
          const overdue = deadline.dueOn < today
          const beyond = deadline.dueOn >= end
          const Mark = urgency.level === 'burning' ? IconAlertTriangle : IconFlag
          return (
            <li key={deadline.id}>
              <button
                type="button" className={classes.row} onClick={() => onOpen(deadline.id)}
                aria-label={`${deadline.title}, ${ownerLabel(deadline)}, ${germanDay(deadline.dueOn)}, ${urgency.text}`}
              >
                <span className={classes.label}>
                  <strong>{deadline.title}</strong>
                  <Personal>{ownerLabel(deadline)}</Personal>
                </span>
                <span className={classes.track}>
                  {Array.from({ length: WEEKS - 1 }, (_, week) => <i key={week} className={classes.week} style={{ left: `${((week + 1) / WEEKS) * 100}%` }} />)}
                  <i className={classes.today} style={{ left: `${at(today)}%` }} />
                  {!overdue && <i className={classes.bar} data-level={urgency.level} style={{ left: `${at(today)}%`, width: `${at(addDays(deadline.dueOn, 1)) - at(today)}%` }} />}
                  {!overdue && !beyond && preWarningsOf(deadline).filter((day) => day >= today).map((day) => (
                    <i key={day} className={classes.warning} style={{ left: `${at(day) + 50 / days}%` }} />
                  ))}
                  {!overdue && !beyond && deadline.safeOn >= today && deadline.safeOn < deadline.dueOn && (
                    <IconShieldCheck size={15} className={classes.mark} style={{ left: `${at(deadline.safeOn) + 50 / days}%` }} aria-hidden />
                  )}
                  <span className={classes.end} data-side={at(deadline.dueOn) > 62 ? 'left' : 'right'} data-level={urgency.level} style={{ left: `${at(addDays(deadline.dueOn, overdue ? 0 : 1))}%` }}>
                    <Mark size={15} aria-hidden />
                    {beyond ? `${germanDay(deadline.dueOn)} →` : germanDay(deadline.dueOn)}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {deadlines.length > shown && <Text size="sm" c="dimmed">und {deadlines.length - shown} weitere in der Liste</Text>}
      <p className={classes.legend}>
        <span><i className={classes.todayKey} aria-hidden /> heute</span>
        <span><IconShieldCheck size={15} aria-hidden /> sicherer Tag</span>
        <span><i className={classes.warningKey} aria-hidden /> Vorfrist</span>
        <span><IconFlag size={15} aria-hidden /> letzter Tag</span>
        <span><IconAlertTriangle size={15} aria-hidden /> brennt</span>
      </p>
    </section>
  )
}

function localDate(iso: string): Date {
  const { year, month, day } = parseDay(iso)
  return new Date(year, month - 1, day)
}

/** „23.11.“ */
function shortDay(iso: string): string {
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.`
}
