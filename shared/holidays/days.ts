/**
 * Plain calendar days as ISO text (`2026-03-02`). No time zone and no clock change can move them: all arithmetic counts whole
 * days in UTC.
 */
export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MS_PER_DAY = 86_400_000
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Number of days of a month (1 to 12). */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Year, month, day of an ISO day. Throws a RangeError when the day does not exist. */
export const parseDay = (iso: string): DayParts => {
  const match = PATTERN.exec(iso)
  const parts = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) }
  const exists =
    match !== null && parts.month >= 1 && parts.month <= 12 && parts.day >= 1 &&
    parts.day <= daysInMonth(parts.year, parts.month)
  if (!exists) throw new RangeError(`Not a calendar day: ${iso}`)
  return parts
}

/** ISO day of the parts; they must exist. */
export const formatDay = ({ year, month, day }: DayParts): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

const toNumber = (iso: string): number => {
  const { year, month, day } = parseDay(iso)
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

/** The day `count` days later; negative counts go back. */
export const addDays = (iso: string, count: number): string =>
  new Date((toNumber(iso) + count) * MS_PER_DAY).toISOString().slice(0, 10)

/** Whole days from one day to another (negative when `to` lies before `from`). */
export const daysBetween = (from: string, to: string): number => toNumber(to) - toNumber(from)

/**
 * The day of the same number `count` months later; where the month has no such day, its last day (§ 188 Abs. 2 and 3 BGB).
 * Negative counts go back by the same rule.
 */
export const addMonths = (iso: string, count: number): string => {
  const { year, month, day } = parseDay(iso)
  const index = year * 12 + (month - 1) + count
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return formatDay({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

/** 1 = Monday to 7 = Sunday (ISO 8601). */
export const weekday = (iso: string): number => ((toNumber(iso) + 3) % 7 + 7) % 7 + 1

const WEEKDAYS = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const

/** `Mo 02.03.2026`, as documents and steps of a computation show it. */
export const germanDay = (iso: string): string => {
  const { year, month, day } = parseDay(iso)
  return `${WEEKDAYS[weekday(iso) - 1]} ${pad(day, 2)}.${pad(month, 2)}.${pad(year, 4)}`
}
