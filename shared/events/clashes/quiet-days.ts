import file from '../../../resources/events/quiet-days.json' with { type: 'json' }
import { addDays, formatDay, parseDay, weekday } from '../../holidays/days.ts'
import { easterSunday } from '../../holidays/holidays.ts'
import type { Land } from '../../vault/laender.ts'

interface QuietRule {
  readonly id: string
  readonly name: string
  /** Days after Easter Sunday. */
  readonly easter?: number
  readonly month?: number
  readonly day?: number
  /** Days before the first Sunday of Advent. */
  readonly beforeAdvent?: number
  /** Quiet in every Land, also where no hours are known. */
  readonly everywhere?: boolean
  /** First and last hour, and whether the law or only a newspaper says so. */
  readonly hours: Partial<Readonly<Record<Land, readonly [from: number, to: number, told: string]>>>
}

/** A day on which amusements are restricted by the law of the Land. */
export interface QuietDay {
  readonly id: string
  readonly name: string
  readonly day: string
  /** Minutes from midnight; null where the hours aren't known. */
  readonly hours: readonly [from: number, to: number] | null
  readonly certain: boolean
}

const rules = file.days as unknown as readonly QuietRule[]

/** Quiet days of a Land from one ISO day to another, both included, in the order of the days. */
export function quietDays(from: string, to: string, land: Land): QuietDay[] {
  const years = Array.from({ length: parseDay(to).year - parseDay(from).year + 1 }, (_, at) => parseDay(from).year + at)
  return years.flatMap((year) => rules.flatMap((rule) => quietDay(rule, year, land) ?? []))
    .filter(({ day }) => from <= day && day <= to).toSorted((a, b) => a.day.localeCompare(b.day))
}

function quietDay(rule: QuietRule, year: number, land: Land): QuietDay | null {
  const hours = rule.hours[land]
  if (!hours && !rule.everywhere) return null
  return { id: rule.id, name: rule.name, day: dayOf(rule, year), hours: hours ? [hours[0] * 60, hours[1] * 60] : null, certain: hours?.[2] === 'law' }
}

function dayOf({ easter, month, day, beforeAdvent }: QuietRule, year: number): string {
  if (easter !== undefined) return addDays(easterSunday(year), easter)
  if (beforeAdvent !== undefined) return addDays(firstAdvent(year), -beforeAdvent)
  return formatDay({ year, month: month ?? 1, day: day ?? 1 })
}

/** The fourth Sunday before Christmas. */
function firstAdvent(year: number): string {
  const christmas = formatDay({ year, month: 12, day: 25 })
  return addDays(christmas, -(weekday(christmas) % 7 || 7) - 21)
}
