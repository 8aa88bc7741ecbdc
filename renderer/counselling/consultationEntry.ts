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
    serviceType: defaultCode('serviceTypes') ?? null,
    note: '',
  }
}

/** The entry of a stored consultation. */
export function entryOf(consultation: Consultation): ConsultationEntry {
  const {
    date, time, channel, durationMinutes, topic, furtherTopics, result, language, interpretation, accessPath, contactKind, serviceType, note,
    origin, place, ageBand, gender, residenceStatus,
  } = consultation
  return {
    date, time, channel, durationMinutes, topic, furtherTopics, result, language, interpretation, accessPath, contactKind, serviceType, note,
    origin, place, ageBand, gender, residenceStatus,
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
