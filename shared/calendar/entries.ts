import actionDays from '../../resources/calendar/action-days.json' with { type: 'json' }
import feasts from '../../resources/calendar/feasts.json' with { type: 'json' }

/** Calendars whose months ICU counts. Its Chinese one is not among them: it has Têt of 2027 on the wrong day. */
export type FeastCalendar = 'islamic-umalqura' | 'hebrew' | 'persian' | 'ethiopic'

/** A day of a month of another calendar; several names of a month where leap years have another one. */
export interface CalendarDay {
  readonly calendar: FeastCalendar
  /** Months as ICU calls them in English: numbers, in the Hebrew calendar names. */
  readonly months: readonly string[]
  readonly day: number
}

/** How the first day of an entry is found. With none of these, the table of dates alone says it. */
export interface DayRule extends Partial<CalendarDay> {
  readonly on?: { readonly month: number; readonly day: number }
  /** Days after Easter Sunday of the western churches. */
  readonly easter?: number
  /** Days after Easter Sunday of the orthodox churches. */
  readonly orthodoxEaster?: number
  /** The first, second … weekday of a month (1 = Monday); -1 for the last one. */
  readonly nth?: { readonly weekday: number; readonly month: number; readonly place: number }
  /** The first such weekday from a day on. */
  readonly from?: { readonly weekday: number; readonly month: number; readonly day: number }
  /** Days after another entry of the same year. */
  readonly after?: { readonly entry: string; readonly days: number }
}

/** A feast, action day or week as the data file has it. */
export interface DayEntry {
  readonly id: string
  readonly kind: 'feast' | 'action' | 'week'
  readonly name: string
  readonly community: string
  readonly rule: DayRule
  /** Days by year that are published or computed elsewhere; they go before the rule. */
  readonly dates?: Readonly<Record<string, string>>
  /** How many days it lasts; one where nothing is said. */
  readonly days?: number
  /** It lasts until the day before this one. */
  readonly untilBefore?: CalendarDay
  /** It begins at sunset of the day before. */
  readonly eve?: boolean
  /** By how many days it may lie earlier or later. */
  readonly margin?: number
  /** Other days of a year on which some begin it. */
  readonly also?: Readonly<Record<string, string>>
  /** Of days by the rule; a published one of a rule is certain. */
  readonly certainty: 'certain' | 'provisional'
  readonly note: string
  readonly source: string
}

/** All entries of both files. */
export const dayEntries: readonly DayEntry[] = [...feasts.entries, ...actionDays.entries] as readonly DayEntry[]
