import { outcomeLabels, type DeadlineOutcome } from '../../../../shared/counselling/deadlines/stored.ts'
import { germanDate, germanDateTime } from '../../../../shared/dates.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'

/** German names of the columns of a deadline, for its history. */
export const deadlineLabels = {
  number: 'Nummer',
  title: 'Wofür',
  task: 'Was zu tun ist',
  place: 'Wo',
  note: 'Notiz',
  basis: 'Bestimmt',
  due_on: 'Letzter Tag',
  due_time: 'Uhrzeit',
  safe_on: 'Sicherer Tag',
  computed_on: 'Gerechnet',
  notice_text: 'Im Bescheid',
  reason: 'Grund',
  check_kind: 'Prüfung',
  checked_by_name: 'Geprüft von',
  check_reason: 'Grund des zweiten Blicks',
  responsible_name: 'Zuständig',
  case_id: 'Fall',
  done_on: 'Erledigt am',
  done_how: 'Was geschehen ist',
  done_note: 'Bemerkung',
  deleted_at: 'Papierkorb',
} as const

const days = new Set<string>(['Letzter Tag', 'Sicherer Tag', 'Erledigt am', 'Gerechnet'])

/** A stored value as people read it. */
export function describeDeadline(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  if (days.has(label)) return text.length > 10 ? germanDateTime(text) : germanDay(text)
  if (label === 'Bestimmt') return { computed: 'gerechnet', notice: 'laut Bescheid', free: 'eigenes Datum' }[text] ?? text
  if (label === 'Prüfung') return text === 'second-person' ? 'zweite Person' : 'zweiter Blick derselben Person'
  if (label === 'Was geschehen ist') return outcomeLabels[text as DeadlineOutcome] ?? text
  if (label === 'Fall') return 'zugeordnet'
  if (label === 'Papierkorb') return `im Papierkorb seit ${germanDate(text)}`
  return text
}
