import { addDays, daysBetween, germanDay, weekday } from '../../holidays/days.ts'
import { preWarningsOf } from './practice.ts'
import type { StoredDeadline } from './stored.ts'

/** The parts of the list of deadlines in their order. */
export const deadlineGroups = ['overdue', 'today', 'week', 'month', 'later', 'done'] as const
export type DeadlineGroup = (typeof deadlineGroups)[number]

export const groupLabels: Readonly<Record<DeadlineGroup, string>> = {
  overdue: 'Überfällig',
  today: 'Heute',
  week: 'Diese Woche',
  month: 'Nächste 4 Wochen',
  later: 'Später',
  done: 'Erledigt',
}

type Dated = Pick<StoredDeadline, 'kind' | 'dueOn' | 'dueTime' | 'safeOn' | 'land' | 'lengthDays' | 'ruleId' | 'done'>

/** Nothing ends on such a day: from it on something can be done. */
const opens = ({ kind }: Dated): boolean => kind === 'earliest'

/** Which part of the list a deadline belongs to on an ISO day. */
export function groupOf(deadline: Dated, today: string): DeadlineGroup {
  const { dueOn, done } = deadline
  if (done !== null) return 'done'
  if (dueOn < today) return opens(deadline) ? 'today' : 'overdue'
  if (dueOn === today) return 'today'
  if (dueOn <= addDays(today, 7 - weekday(today))) return 'week'
  return dueOn <= addDays(today, 28) ? 'month' : 'later'
}

/** How urgent a deadline is: `burning` must be dealt with now, `warned` has come within its pre-warning, `calm` can wait. */
export interface Urgency {
  readonly level: 'done' | 'burning' | 'warned' | 'calm'
  /** „noch 3 Tage“, „seit 2 Tagen überfällig“, „sicherer Tag war Do 26.11.2026“. */
  readonly text: string
}

const dayCount = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tage`)

/** Computed from the dates alone, so that it is the same after every restart. */
export function urgencyOf(deadline: Dated, today: string): Urgency {
  const { dueOn, dueTime, safeOn, done } = deadline
  if (done !== null) return { level: 'done', text: 'erledigt' }
  const left = daysBetween(today, dueOn)
  const warned = preWarningsOf(deadline).some((day) => day <= today)
  if (opens(deadline)) {
    const text = left > 0 ? `möglich in ${left === 1 ? '1 Tag' : `${left} Tagen`}` : left === 0 ? 'ab heute möglich' : `möglich seit ${germanDay(dueOn)}`
    return { level: left <= 0 || warned ? 'warned' : 'calm', text }
  }
  if (left < 0) return { level: 'burning', text: `seit ${left === -1 ? '1 Tag' : `${-left} Tagen`} überfällig` }
  if (left === 0) return { level: 'burning', text: dueTime === '' ? 'läuft heute ab' : `läuft heute um ${dueTime} Uhr ab` }
  if (safeOn < today) return { level: 'burning', text: `noch ${dayCount(left)}, sicherer Tag war ${germanDay(safeOn)}` }
  if (safeOn === today) return { level: 'burning', text: `noch ${dayCount(left)}, heute ist der sichere Tag` }
  return { level: warned ? 'warned' : 'calm', text: `noch ${dayCount(left)}` }
}

/** What must show on the overview: open, and burning or within its pre-warning or not yet looked at twice. */
export function needsAttention(deadline: StoredDeadline, today: string): boolean {
  const { level } = urgencyOf(deadline, today)
  return level === 'burning' || level === 'warned' || (level === 'calm' && (checkOpen(deadline) || deadline.ownerTrashed))
}

/** Whether the four-eyes check is still to come. */
export function checkOpen({ fourEyes, check, done }: Pick<StoredDeadline, 'fourEyes' | 'check' | 'done'>): boolean {
  return fourEyes && check === null && done === null
}
