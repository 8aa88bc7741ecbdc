import { cleanLine } from '../clean-text.ts'

const months = ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember']
const dayPattern = String.raw`(\d{1,2})\.\s*(?:(\d{1,2})\.\s*(\d{4}|\d{2})?|(${months.join('|')})\s*(\d{4})?)`
const deadline = new RegExp(String.raw`(?:\bbis\s+(?:spätestens\s+)?(?:zum\s+|einschließlich\s+)?|\bfrist(?:ende)?\s*(?:endet\s+am|ist\s+der|am|:)?\s*)(?:(?:mo|di|mi|do|fr|sa|so)[a-zä]*,?\s*(?:den\s+|dem\s+)?)?${dayPattern}`, 'giu')

/** A deadline found in a text, with the words it was found in, so that a person can judge. */
export interface FoundDeadline {
  /** ISO day. */
  day: string
  words: string
}

/**
 * Days that a request sets as its deadline ("bis zum 15.12.2026", "Frist: 3. Dezember"), the first first. A day without a year lies
 * in the year after `from` (ISO) that it comes in next. Only proposals: a person decides.
 */
export function foundDeadlines(text: string, from: string): FoundDeadline[] {
  const found = new Map<string, FoundDeadline>()
  for (const match of cleanLine(text.slice(0, 200_000)).matchAll(deadline)) {
    const [words, dayText, monthText, yearText, monthName, namedYear] = match
    const month = monthName === undefined ? Number(monthText) : months.indexOf(monthName.toLowerCase()) + 1
    const day = isoOf(Number(dayText), month, yearText ?? namedYear, from)
    if (day !== null && day >= from && !found.has(day)) found.set(day, { day, words: words.trim() })
  }
  return [...found.values()]
}

function isoOf(day: number, month: number, year: string | undefined, from: string): string | null {
  const given = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year)
  const first = given ?? Number(from.slice(0, 4))
  const iso = (of: number): string => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const exists = new Date(`${iso(first)}T00:00:00Z`)
  if (Number.isNaN(exists.getTime()) || exists.getUTCDate() !== day) return null
  return given === null && iso(first) < from ? iso(first + 1) : iso(first)
}
