import { germanDate } from '../dates.ts'
import { addDays, daysInMonth, formatDay, parseDay, weekday } from '../holidays/days.ts'
import { easterSunday, holidaysOf } from '../holidays/holidays.ts'
import type { Land } from '../vault/laender.ts'
import { dayEntries, type DayEntry, type DayRule } from './entries.ts'
import { daysInYear, type FoundDay } from './foreign-calendars.ts'

export const specialDayKinds = ['holiday', 'feast', 'action', 'week'] as const
export type SpecialDayKind = (typeof specialDayKinds)[number]
export const specialDayLabels: Readonly<Record<SpecialDayKind, string>> = { holiday: 'Feiertag', feast: 'Fest', action: 'Aktionstag', week: 'Aktionswoche' }

export const certainties = ['certain', 'provisional'] as const
export type Certainty = (typeof certainties)[number]
export const certaintyLabels: Readonly<Record<Certainty, string>> = { certain: 'sicher', provisional: 'vorläufig' }

/** A feast, holiday, action day or week of one year. */
export interface SpecialDay {
  /** The entry and the year of its calendar: `ramadan:1447`. It stays the same when a date is corrected. */
  readonly id: string
  readonly name: string
  /** First and last day, ISO. */
  readonly from: string
  readonly to: string
  readonly kind: SpecialDayKind
  /** Who keeps it, or where. */
  readonly community: string
  readonly certainty: Certainty
  /** What is to be known of the date, in German; empty where nothing is. */
  readonly note: string
  /** Where the date comes from. */
  readonly source: string
  /** It begins at sunset of the day before `from`. */
  readonly eve: boolean
  /** By how many days it may lie earlier or later. */
  readonly margin: number
}

/** What an office says of a special day: that it lies elsewhere, or that it isn't to be shown. */
export interface OverruledDay {
  readonly specialDayId: string
  readonly hidden: boolean
  /** Null where the day stays. */
  readonly from: string | null
  readonly to: string | null
  readonly note: string
}

/** Whose holidays count, and what the office has overruled. */
export interface SpecialDayOptions {
  readonly land: Land
  readonly overruled?: readonly OverruledDay[]
}

/**
 * Feasts, public holidays of the Land, action days and weeks that touch a span of days, both included, by their day. Feasts are computed
 * offline; those that hang on the moon or are forecast are `provisional`.
 */
export function specialDays(from: string, to: string, { land, overruled = [] }: SpecialDayOptions): readonly SpecialDay[] {
  const said = new Map(overruled.map((each) => [each.specialDayId, each]))
  const years = yearsOf(from, to)
  return [...years.flatMap(entriesOfYear), ...years.flatMap((year) => holidaysAsDays(land, year))]
    .flatMap((day) => withOffice(day, said.get(day.id)))
    .filter((day) => day.from <= to && day.to >= from)
    .toSorted((a, b) => order(a).localeCompare(order(b), 'de'))
}

/** What is to be known of a special day beside its name: kind, community, certainty, eve, note. German. */
export function specialDayNotes({ kind, community, certainty, eve, note }: SpecialDay): string {
  return [specialDayLabels[kind], community, certainty === 'provisional' ? certaintyLabels[certainty] : '', eve ? 'beginnt am Vorabend bei Sonnenuntergang' : '', note].filter((part) => part !== '').join(' · ')
}

/** Easter Sunday of the orthodox churches: the Julian one (algorithm of Meeus), as a Gregorian day. Holds from 1900 to 2099. */
export function orthodoxEasterSunday(year: number): string {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const month = Math.floor((d + e + 114) / 31)
  return addDays(formatDay({ year, month, day: ((d + e + 114) % 31) + 1 }), 13)
}

const cache = new Map<number, readonly SpecialDay[]>()

function entriesOfYear(year: number): readonly SpecialDay[] {
  const known = cache.get(year) ?? dayEntries.flatMap((entry) => inYear(entry, year))
  cache.set(year, known)
  return known
}

function inYear(entry: DayEntry, year: number): SpecialDay[] {
  return firstDays(entry, year).map(({ day, year: cycle, told }) => {
    const also = entry.also?.[String(year)]
    return {
      id: `${entry.id}:${cycle}`, name: entry.name, from: day, to: lastDay(entry, day), kind: entry.kind, community: entry.community, source: entry.source,
      certainty: told ? 'certain' : entry.certainty, eve: entry.eve ?? false, margin: told ? 0 : entry.margin ?? 0,
      note: [also === undefined ? '' : `Je nach Rechnung auch ${germanDate(also)}.`, entry.note].filter((part) => part !== '').join(' '),
    }
  })
}

interface FirstDay extends FoundDay {
  /** Published for this year, where a rule could only forecast it. */
  readonly told: boolean
}

function firstDays(entry: DayEntry, year: number): readonly FirstDay[] {
  const { calendar, months, day, after } = entry.rule
  const listed = entry.dates?.[String(year)]
  if (listed !== undefined) return [{ day: listed, year: String(year), told: Object.keys(entry.rule).length > 0 }]
  if (calendar !== undefined && months !== undefined && day !== undefined) return daysInYear({ calendar, months, day }, year).map((found) => ({ ...found, told: false }))
  if (after !== undefined) {
    return dayEntries.filter(({ id }) => id === after.entry).flatMap((other) => firstDays(other, year)).map((found) => ({ ...found, day: addDays(found.day, after.days) }))
  }
  const ruled = byRule(entry.rule, year)
  return ruled === null ? [] : [{ day: ruled, year: String(year), told: false }]
}

function byRule({ on, easter, orthodoxEaster, nth, from }: DayRule, year: number): string | null {
  if (on) return formatDay({ year, ...on })
  if (easter !== undefined) return addDays(easterSunday(year), easter)
  if (orthodoxEaster !== undefined) return addDays(orthodoxEasterSunday(year), orthodoxEaster)
  if (from) return onOrAfter(formatDay({ year, month: from.month, day: from.day }), from.weekday)
  if (!nth) return null
  if (nth.place > 0) return onOrAfter(formatDay({ year, month: nth.month, day: 7 * nth.place - 6 }), nth.weekday)
  return onOrAfter(formatDay({ year, month: nth.month, day: daysInMonth(year, nth.month) - 6 }), nth.weekday)
}

function onOrAfter(day: string, wanted: number): string {
  return addDays(day, (wanted - weekday(day) + 7) % 7)
}

function lastDay({ days = 1, untilBefore }: DayEntry, from: string): string {
  const year = parseDay(from).year
  const ends = untilBefore ? [year, year + 1].flatMap((each) => daysInYear(untilBefore, each)).find(({ day }) => day > from) : undefined
  return ends ? addDays(ends.day, -1) : addDays(from, days - 1)
}

function holidaysAsDays(land: Land, year: number): SpecialDay[] {
  return [...holidaysOf(land, year)].map(([day, name]) => ({
    id: `holiday:${day}`, name, from: day, to: day, kind: 'holiday', community: '', certainty: 'certain', note: '', source: 'Feiertagsgesetz des Landes', eve: false, margin: 0,
  }))
}

function withOffice(day: SpecialDay, said: OverruledDay | undefined): SpecialDay[] {
  if (!said) return [day]
  if (said.hidden) return []
  const note = said.note === '' ? day.note : said.note
  if (said.from === null) return [{ ...day, note }]
  return [{ ...day, from: said.from, to: said.to ?? said.from, note, certainty: 'certain', margin: 0, source: 'Von Ihrem Büro eingetragen' }]
}

/** Years whose entries may touch a span: some go over the turn of the year, and an office may have moved one across it. */
function yearsOf(from: string, to: string): number[] {
  const [first, last] = [parseDay(from).year - 1, parseDay(to).year + 1]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function order({ from, kind, name }: SpecialDay): string {
  return `${from} ${specialDayKinds.indexOf(kind)} ${name}`
}
