import type { EntryKind } from '../../../../shared/calendar/model.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** What an office enters into its calendar. Events, tasks and deadlines stand there by themselves. */
export interface CalendarTables {
  calendar_entry: RecordColumns & {
    kind: EntryKind
    title: string
    /** ISO days, and wall clock times. */
    starts_on: string
    starts_at: string | null
    ends_on: string | null
    ends_at: string | null
    /** The last day that it may touch; '9999-12-31' where it repeats for ever. */
    last_on: string
    place: string
    note: string
    /** An iCalendar RRULE value without UNTIL; empty for once. */
    repeat: string
    repeat_until: string | null
    person_id: string | null
    person_name: string
  }
  /** A time of a repeated entry that falls out or was laid elsewhere. */
  calendar_skip: { id: string; entry_id: string; day: string }
  /** A feast or action day of one year that the office lays elsewhere or hides. */
  overruled_day: RecordColumns & { special_day: string; hidden: number; from_on: string | null; to_on: string | null; note: string }
}
