import { defaultCode } from '../../../shared/counselling/catalogues.ts'
import type { EntryFields } from '../../../shared/counselling/escalation/model.ts'
import { clockTime, isoDay } from '../../../shared/dates.ts'

/** An entry while it is typed: the day may be unreadable. */
export type EntryDraft = Omit<EntryFields, 'on'> & { on: string | null }

/** An entry that begins now; the first one of a log says on which level it starts. */
export function newEntry(first: boolean, now = new Date()): EntryDraft {
  return {
    on: isoDay(now), at: clockTime(now), kind: 'event', certainty: 'reported', text: '', source: defaultCode('escalationSources') ?? '', sourceNote: '', who: '',
    contactId: null, level: first ? (defaultCode('escalationLevels') ?? null) : null,
  }
}

/** The entry as it is sent; an unreadable day stays empty, so that the office process names it. */
export function entryOf(draft: EntryDraft): EntryFields {
  return { ...draft, on: draft.on ?? '' }
}

/** A time as people type it: `9`, `930`, `9:30`, `9.30 Uhr`; what can't be read stays as it is and is refused with a message. */
export function readTime(typed: string): string {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*uhr)?$/iu.exec(typed.trim()) ?? []
  return hours === undefined ? typed.trim() : `${hours.padStart(2, '0')}:${minutes}`
}
