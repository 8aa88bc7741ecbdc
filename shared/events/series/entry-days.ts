import { addDays, daysBetween, daysInMonth, formatDay, weekday } from '../../holidays/days.ts'

/** Days and times that a text speaks of. */
export interface When {
  /** ISO days; empty where none is written. */
  days: string[]
  /** Whether the days are the first and the last of several. */
  range: boolean
  startsAt: string | null
  endsAt: string | null
  /** What was not understood. */
  rest: string
  /** A weekday that doesn't fit the day, in German; empty otherwise. */
  weekdayFault: string
}

/** The time of a series: days without a year are looked for near it. ISO days. */
export interface Around { startsOn: string | null; endsOn: string | null; today: string }

const months = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']
const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']
const weekdayWord = /(?<![\p{L}])(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)(?![\p{L}])\.?/gu
const monthWord = '(jan|feb|mär|mrz|maerz|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zä]*\\.?'
const year = '(?:\\s?(\\d{4}|\\d{2}(?![\\d:.])))?'

/**
 * Reads a day and times as people write them: „Sa 26.9. ab 15 Uhr", „26.–28. September 2027", „2027-09-26", „15–17.30 Uhr".
 * @param bareHours whether a number alone is an hour: in a field that asks for a time
 */
export function parseWhen(text: string, around: Around, bareHours = false): When {
  let rest = ` ${text.toLowerCase().replaceAll(/[–—‒−]/gu, '-').replaceAll(/\s+/gu, ' ').trim()} `
  const found: { day: number; month: number; year: number | null }[] = []
  let range = false
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => void): void => {
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      read(match)
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
    }
  }
  const asYear = (digits: string | undefined): number | null => digits === undefined ? null : Number(digits.length === 2 ? `20${digits}` : digits)
  const monthOf = (word: string): number => word === 'mrz' || word === 'maerz' ? 3 : months.indexOf(word.slice(0, 3)) + 1
  const named: string[] = []
  take(new RegExp(weekdayWord.source, 'u'), ([word]) => named.push(word))
  take(/(\d{4})-(\d{2})-(\d{2})(?:t[\d:.]*)?/u, ([, y, m, d]) => found.push({ day: Number(d), month: Number(m), year: Number(y) }))
  take(new RegExp(`(?<!\\d\\.\\s?)(?<!\\d)(\\d{1,2})\\.?\\s?(?:-|bis)\\s?(\\d{1,2})\\.\\s?(\\d{1,2})\\.${year}`, 'u'), ([, first, last, month, y]) => {
    range = true
    for (const day of [first, last]) found.push({ day: Number(day), month: Number(month), year: asYear(y) })
  })
  take(new RegExp(`(\\d{1,2})\\.?\\s?(?:-|bis)\\s?(\\d{1,2})\\.?\\s?${monthWord}${year}`, 'u'), ([, first, last, month = '', y]) => {
    range = true
    for (const day of [first, last]) found.push({ day: Number(day), month: monthOf(month), year: asYear(y) })
  })
  if (new RegExp(`\\d{1,2}\\.\\s?\\d{1,2}\\.${year}\\s?(?:-|bis)\\s?\\d{1,2}\\.\\s?\\d{1,2}\\.`, 'u').test(rest)) range = true
  take(new RegExp(`(\\d{1,2})\\.\\s?(\\d{1,2})\\.${year}`, 'u'), ([, day, month, y]) => found.push({ day: Number(day), month: Number(month), year: asYear(y) }))
  take(new RegExp(`(\\d{1,2})\\.?\\s?${monthWord}${year}`, 'u'), ([, day, month = '', y]) => found.push({ day: Number(day), month: monthOf(month), year: asYear(y) }))
  if (found.length === 0 && !bareHours) take(/(?<![\d.:])(\d{1,2})\.(\d{1,2})(?![\d.:]|\s*(?:uhr|h\b))/u, ([, day, month]) => found.push({ day: Number(day), month: Number(month), year: null }))
  const times: string[] = []
  let unreal = false
  const hour = '(\\d{1,2})(?:[:.](\\d{2})(?::00)?)?\\s?(uhr|h(?![a-z]))?'
  take(new RegExp(`${hour}\\s?(?:-|bis)\\s?${hour}`, 'u'), ([, h1, m1, , h2, m2]) => {
    for (const [h, m] of [[h1, m1], [h2, m2]]) addTime(h, m)
  })
  take(new RegExp(bareHours ? hour : '(\\d{1,2})(?:[:.](\\d{2})(?::00)?\\s?(?:uhr|h(?![a-z]))?|\\s?(?:uhr|h(?![a-z])))', 'u'), ([, h, m]) => addTime(h, m))
  function addTime(h: string | undefined, m: string | undefined): void {
    if (Number(h) > 24 || Number(m ?? 0) > 59) unreal = true
    else times.push(`${String(Number(h) % 24).padStart(2, '0')}:${m ?? '00'}`)
  }
  const days = found.map((parts) => resolve(parts, around))
  const left = rest.replaceAll(/(?<!\p{L})(?:ab|um|von|bis|am|den|der|ca|gegen|und|jeweils|uhr|ganztägig|ganztags|beginn|einlass|vom|zum)(?!\p{L})/gu, ' ').replaceAll(/[\s,;.:\-/()|]+/gu, ' ').trim()
  const real = days.filter((each) => each !== null)
  return {
    days: real.filter((each, index) => real.indexOf(each) === index), range, startsAt: times[0] ?? null, endsAt: times[1] ?? null,
    rest: unreal || days.includes(null) || times.length > 2 ? text.trim() : left, weekdayFault: faultOf(named, real, range),
  }
}

/** The ISO day; null where the calendar has none. Without a year it is the one that brings it nearest to the series. */
function resolve({ day, month, year }: { day: number; month: number; year: number | null }, { startsOn, endsOn, today }: Around): string | null {
  const inYear = (each: number): string | null => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(each, month) ? formatDay({ year: each, month, day }) : null
  if (year !== null) return inYear(year)
  const from = startsOn ?? today
  const to = endsOn ?? startsOn ?? addDays(today, 300)
  const distance = (iso: string): number => iso < from ? daysBetween(iso, from) : iso > to ? daysBetween(to, iso) : 0
  const base = Number(from.slice(0, 4))
  return [base, base + 1, base - 1].map(inYear).filter((iso) => iso !== null).toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function faultOf(named: readonly string[], days: readonly string[], range: boolean): string {
  for (const [index, word] of named.entries()) {
    const day = days[range || named.length === days.length ? index : 0]
    if (day === undefined) continue
    const wanted = word.startsWith('sonnab') ? 6 : weekdays.findIndex((each) => each.startsWith(word.replace('.', ''))) + 1
    if (weekday(day) !== wanted) return `Der ${day.split('-').toReversed().join('.')} ist ein ${capital(weekdays[weekday(day) - 1] ?? '')}, geschrieben steht ${capital(weekdays[wanted - 1] ?? '')}.`
  }
  return ''
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
