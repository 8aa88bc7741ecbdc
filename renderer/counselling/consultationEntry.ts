import { defaultCode } from '../../shared/counselling/catalogues.ts'
import type { Consultation } from '../../shared/counselling/contract.ts'
import { consultationFields, liesInFuture, type ConsultationFields } from '../../shared/counselling/model.ts'
import { isoDay } from '../../shared/dates.ts'

/** A consultation while it is being entered: what has no default may still be missing. */
export type ConsultationEntry = Omit<ConsultationFields, 'channel' | 'durationMinutes' | 'topic' | 'result'> & {
  channel: string | null
  durationMinutes: number | null
  topic: string | null
  result: string | null
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** A new entry: today, now, and the defaults of the catalogues; the case's language if there is one. */
export function newEntry(now: Date, language: string | null): ConsultationEntry {
  return {
    date: isoDay(now),
    time: `${pad(now.getHours())}:${pad(now.getMinutes())}`,
    channel: null,
    durationMinutes: null,
    topic: null,
    furtherTopics: [],
    result: defaultCode('results') ?? null,
    language,
    interpretation: defaultCode('interpretation') ?? null,
    accessPath: null,
    contactKind: null,
    note: '',
  }
}

/** The entry of a stored consultation. */
export function entryOf(consultation: Consultation): ConsultationEntry {
  const {
    date, time, channel, durationMinutes, topic, furtherTopics, result, language, interpretation, accessPath, contactKind, note,
  } = consultation
  return {
    date, time, channel, durationMinutes, topic, furtherTopics, result, language, interpretation, accessPath, contactKind, note,
  }
}

/** German message per field that doesn't fit yet; empty when the entry can be saved. */
export function entryErrors(entry: ConsultationEntry, today: string): Record<string, string> {
  const parsed = consultationFields.safeParse(entry)
  const errors: Record<string, string> = {}
  if (!parsed.success) for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message
  if (!errors.date && liesInFuture(entry.date, today)) errors.date = 'Das Datum liegt in der Zukunft.'
  return errors
}

/**
 * A day as people type it: `2.3.26`, `02.03.2026`, `2.3.` (this year, or last year where that day is still to come), `2026-03-02`,
 * `heute`, `gestern`. Null when it is none.
 */
export function parseDayInput(text: string, now: Date): string | null {
  const word = text.trim().toLowerCase()
  if (word === 'heute' || word === 'h') return isoDay(now)
  if (word === 'gestern' || word === 'g') return isoDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4}|\d{2})?$/.exec(word)
  if (!german) return null
  const [day, month] = [Number(german[1]), Number(german[2])]
  if (german[3] !== undefined) return existing(Number(german[3].length === 2 ? `20${german[3]}` : german[3]), month, day)
  const thisYear = existing(now.getFullYear(), month, day)
  return thisYear !== null && thisYear > isoDay(now) ? existing(now.getFullYear() - 1, month, day) : thisYear
}

/** A time as people type it: `14:05`, `14.05`, `1405`, `9`. Empty text is no time; undefined when it is none. */
export function parseTimeInput(text: string): string | null | undefined {
  const word = text.trim().replace(/\s*uhr$/i, '')
  if (word === '') return null
  const match = /^(\d{1,2})[:.]?(\d{2})?$/.exec(word)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  return match && hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : undefined
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(year, month - 1, day)
  return date.getMonth() === month - 1 && date.getDate() === day ? isoDay(date) : null
}
