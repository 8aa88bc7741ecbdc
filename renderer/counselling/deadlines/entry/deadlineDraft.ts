import { datesOf, type DeadlineDates } from '../../../../shared/counselling/deadlines/dating.ts'
import type { Dating, DeadlineTexts, StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import { chosenRule, inputOf, newDeadlineEntry, type DeadlineEntry } from '../deadlineEntry.ts'

/** How the person finds the day. */
export type DatingMethod = 'computed' | 'notice' | 'free'

/** What is entered into the dialog; kept as a draft until it is stored. */
export interface DeadlineDraft {
  caseId: string | null
  method: DatingMethod
  entry: DeadlineEntry
  /** The notice's own date counts and not the computed one. */
  takeNotice: boolean
  dueOn: string | null
  dueTime: string
  earliest: boolean
  noticeText: string
  reason: string
  /** Null as long as nothing was typed: the rule's name stands there. */
  title: string | null
  task: string
  place: string
  note: string
}

/** An empty dialog, or one with what the calculator was given. */
export function newDeadlineDraft(land: Land, caseId: string | null, entry: DeadlineEntry | null): DeadlineDraft {
  return {
    caseId, method: 'computed', entry: entry ?? newDeadlineEntry(land), takeNotice: false, dueOn: null, dueTime: '', earliest: false,
    noticeText: '', reason: '', title: null, task: '', place: '', note: '',
  }
}

/** The dialog for another date of a deadline: it starts with how its day was found. */
export function draftOf({ caseId, basis, computation, dueOn, dueTime, kind, noticeText, reason, title, task, place, note, land }: StoredDeadline): DeadlineDraft {
  const input = computation?.input
  const entry: DeadlineEntry = {
    ...newDeadlineEntry(input?.land ?? land),
    ...(input && {
      rule: input.rule, way: input.way, date: input.date, time: input.time ?? '', applicationDate: input.applicationDate ?? null,
      arrivedOn: input.arrivedOn ?? null, ...(input.days !== undefined && { days: input.days }),
    }),
  }
  const method: DatingMethod = computation !== null ? 'computed' : basis === 'notice' ? 'notice' : 'free'
  return {
    caseId, method, entry, takeNotice: basis === 'notice', dueOn: basis === 'computed' ? null : dueOn, dueTime: basis === 'computed' ? '' : dueTime,
    earliest: kind === 'earliest' && basis !== 'computed', noticeText, reason, title, task, place, note,
  }
}

/** What the office process is asked to date by; null as long as the calculator misses something. */
export function datingOf(draft: DeadlineDraft): Dating | null {
  const { method, entry, takeNotice, dueOn, dueTime, earliest, noticeText, reason } = draft
  const input = method === 'computed' ? inputOf(entry) : null
  if (method === 'computed' && input === null) return null
  const takes = method !== 'computed' || takeNotice
  if (takes && dueOn === null) return null
  const calculation = input === null ? null : { ...input, localHolidays: undefined }
  const taken = takes && dueOn !== null
    ? { dueOn, dueTime, earliest: method === 'free' && earliest, noticeText: method === 'free' ? '' : noticeText, reason: method === 'computed' ? reason : '' }
    : null
  return { land: entry.land, calculation: calculation && withoutUndefined(calculation), taken }
}

/** What is written about the deadline; the rule's name where nothing else was typed. */
export function textsOf({ method, entry, title, task, place, note }: DeadlineDraft): DeadlineTexts {
  return { title: (title ?? (method === 'computed' ? chosenRule(entry)?.title : undefined) ?? '').slice(0, 200), task, place, note }
}

/** The dates as they would be stored now, and what is missing, by field. */
export function previewOf(draft: DeadlineDraft, today: string): { dates: DeadlineDates | null; errors: Record<string, string> } {
  const dating = datingOf(draft)
  const errors: Record<string, string> = {}
  if (textsOf(draft).title.trim() === '') errors.title = 'Bitte angeben, wofür die Frist läuft.'
  if (draft.method === 'notice' && draft.noticeText.trim() === '') errors.noticeText = 'Bitte angeben, was im Bescheid steht.'
  if (dating === null) {
    const computing = draft.method === 'computed' && inputOf(draft.entry) === null
    return { dates: null, errors: { ...errors, dueOn: computing ? 'Bitte Regel, Bekanntgabe und Datum angeben.' : 'Bitte das Datum angeben.' } }
  }
  const found = datesOf(dating, today)
  return 'errors' in found ? { dates: null, errors: { ...errors, ...found.errors } } : { dates: found.dates, errors }
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value
}
